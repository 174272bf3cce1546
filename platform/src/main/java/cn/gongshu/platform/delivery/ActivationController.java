package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.access.Officer;
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

import java.util.Map;

/** Activation and refresh of products. */
@RestController
@RequestMapping("/api/v1/products/{code}")
class ActivationController {

    private final Activations activations;

    ActivationController(Activations activations) {
        this.activations = activations;
    }

    @PostMapping("/activations")
    @ResponseStatus(HttpStatus.CREATED)
    Made activate(
            @PathVariable String code,
            @RequestBody Map<String, @Nullable Object> body,
            @AuthenticationPrincipal Officer by) {
        Definition definition = Definition.read(new ProductCode(Required.id("product", code)), body);
        return new Made(activations.activate(definition, by).orThrow());
    }

    @PostMapping("/refreshes")
    @ResponseStatus(HttpStatus.CREATED)
    Made refresh(@PathVariable String code, @AuthenticationPrincipal Officer by) {
        return new Made(activations
                .refresh(new ProductCode(Required.id("product", code)), by)
                .orThrow()
                .value());
    }

    record Made(String id) {}
}
