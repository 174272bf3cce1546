package cn.gongshu.platform.catalogue;

import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.catalogue.PublicationBatch.NewBatch;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Publication batches (R072): anyone may read them. */
@RestController
@RequestMapping("/api/v1/publication-batches")
class PublicationController {

    private static final int LIMIT = 1000;

    private final Publications publications;

    PublicationController(Publications publications) {
        this.publications = publications;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PublicationBatch publish(@RequestBody BatchBody body, @AuthenticationPrincipal Officer by) {
        return publications.publish(body.read(), by).orThrow();
    }

    @GetMapping
    List<PublicationBatch> batches() {
        return publications.all();
    }

    record BatchBody(
            @Nullable String number,
            @Nullable String date,
            @Nullable List<@Nullable String> items) {

        NewBatch read() {
            List<String> ids = Required.each("items", items, LIMIT, Required::id);
            if (ids.isEmpty()) {
                throw Required.invalid("items", "至少一项", "at least one");
            }
            DeclarationBody.distinct("items", ids.stream());
            return new NewBatch(Required.id("number", number), Required.date("date", date), ids);
        }
    }
}
