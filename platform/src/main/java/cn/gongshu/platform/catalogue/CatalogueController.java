package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.catalogue.CatalogueImport.Imported;
import cn.gongshu.platform.catalogue.ItemView.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue: read it, and enter parts of it. */
@RestController
@RequestMapping("/api/v1")
class CatalogueController {

    private final ItemViews views;
    private final CatalogueImports imports;

    CatalogueController(ItemViews views, CatalogueImports imports) {
        this.views = views;
        this.imports = imports;
    }

    @GetMapping("/catalogue-items")
    Catalogue items(@RequestHeader(name = "Accept-Language", required = false) @Nullable String language) {
        return views.catalogue(Language.accepted(language));
    }

    @GetMapping("/catalogue-items/{id}")
    ItemView item(
            @PathVariable String id,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String language) {
        return views.item(id, Language.accepted(language))
                .orElseThrow(() -> new RefusedException(ItemSides.noItem(id)));
    }

    @PostMapping("/catalogue-imports")
    @ResponseStatus(HttpStatus.CREATED)
    Imported enter(@RequestBody CatalogueImportBody body, @AuthenticationPrincipal Officer by) {
        return imports.enter(body.read(), by).orThrow();
    }
}
