package cn.gongshu.platform.catalogue;

import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Papers;
import cn.gongshu.platform.catalogue.Suspensions.Ground;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Suspension and resumption of one item. */
@RestController
@RequestMapping("/api/v1/catalogue-items/{id}")
class SuspensionController {

    private final Suspensions suspensions;
    private final Papers papers;

    SuspensionController(Suspensions suspensions, Papers papers) {
        this.papers = papers;
        this.suspensions = suspensions;
    }

    @PostMapping("/suspension")
    @ResponseStatus(HttpStatus.CREATED)
    void suspend(@PathVariable String id, @RequestBody GroundBody body, @AuthenticationPrincipal Officer by) {
        suspensions.suspend(id, body.read(papers), by).orThrow();
    }

    @PostMapping("/resumption")
    @ResponseStatus(HttpStatus.CREATED)
    void resume(@PathVariable String id, @RequestBody GroundBody body, @AuthenticationPrincipal Officer by) {
        suspensions.resume(id, body.read(papers), by).orThrow();
    }

    record GroundBody(@Nullable String reason, Document.@Nullable Body document) {

        Ground read(Papers papers) {
            return new Ground(Required.text("reason", reason, 500), papers.required(document, "R072"));
        }
    }
}
