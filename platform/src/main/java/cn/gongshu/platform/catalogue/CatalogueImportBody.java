package cn.gongshu.platform.catalogue;

import cn.gongshu.platform.catalogue.CatalogueImport.AnnexUnit;
import cn.gongshu.platform.catalogue.CatalogueImport.DataProvider;
import cn.gongshu.platform.catalogue.CatalogueImport.NewItem;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** An import of the catalogue as a request brings it. */
record CatalogueImportBody(
        @Nullable String source,
        @Nullable List<@Nullable ProviderBody> providers,
        @Nullable List<@Nullable UnitBody> units,
        @Nullable List<@Nullable ItemBody> items) {

    /** Providers, units or items one import may hold. */
    private static final int LIMIT = 2000;

    CatalogueImport read() {
        CatalogueImport read = new CatalogueImport(
                Required.text("source", source, 200),
                Required.each("providers", providers, LIMIT, (place, body) -> body.read(place)),
                Required.each("units", units, LIMIT, (place, body) -> body.read(place)),
                Required.each("items", items, LIMIT, (place, body) -> body.read(place)));
        if (read.items().isEmpty()) {
            throw Required.invalid("items", "至少一项", "at least one");
        }
        DeclarationBody.distinct("items", read.items().stream().map(NewItem::id));
        return read;
    }

    record ProviderBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String nameEn) {
        DataProvider read(String place) {
            return new DataProvider(
                    Required.id(place + ".id", id),
                    Required.text(place + ".name", name, 100),
                    Required.text(place + ".nameEn", nameEn, 200));
        }
    }

    record UnitBody(
            @Nullable Integer no,
            @Nullable String name,
            @Nullable List<@Nullable String> providers) {
        AnnexUnit read(String place) {
            List<String> ids = Required.each(place + ".providers", providers, LIMIT, Required::id);
            if (ids.isEmpty()) {
                throw Required.invalid(place + ".providers", "至少一个", "at least one");
            }
            return new AnnexUnit(
                    DeclarationBody.whole(place + ".no", no, 1, 9999), Required.text(place + ".name", name, 100), ids);
        }
    }

    record ItemBody(
            @Nullable String id,
            @Nullable Integer unit,
            @Nullable Integer line,
            @Nullable DeclarationBody declaration) {
        NewItem read(String place) {
            return new NewItem(
                    Required.id(place + ".id", id),
                    DeclarationBody.whole(place + ".unit", unit, 1, 9999),
                    DeclarationBody.whole(place + ".line", line, 1, 9999),
                    Required.value(place + ".declaration", declaration).read(place + ".declaration"));
        }
    }
}
