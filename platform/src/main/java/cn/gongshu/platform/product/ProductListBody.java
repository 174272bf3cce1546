package cn.gongshu.platform.product;

import cn.gongshu.platform.http.Required;
import cn.gongshu.platform.product.ProductDeclaration.Need;
import cn.gongshu.platform.product.ProductDeclaration.Warning;
import cn.gongshu.platform.product.ProductList.NewProduct;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.ProductCategory;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A product list as a request brings it. */
record ProductListBody(@Nullable String source, @Nullable List<@Nullable ProductBody> products) {

    private static final int LIMIT = 1000;
    private static final int TEXT = 1000;

    ProductList read() {
        ProductList read = new ProductList(
                Required.text("source", source, 200),
                Required.each("products", products, LIMIT, (place, body) -> body.read(place)));
        if (read.products().isEmpty()) {
            throw Required.invalid("products", "至少一项", "at least one");
        }
        Set<String> seen = new HashSet<>();
        for (NewProduct product : read.products()) {
            if (!seen.add(product.code())) {
                throw Required.invalid("products", product.code() + " 出现两次", product.code() + " occurs twice");
            }
        }
        return read;
    }

    record ProductBody(@Nullable String code, @Nullable DeclarationBody declaration) {
        NewProduct read(String place) {
            return new NewProduct(
                    Required.id(place + ".code", code),
                    Required.value(place + ".declaration", declaration).read(place + ".declaration"));
        }
    }

    record DeclarationBody(
            @Nullable Integer no,
            @Nullable String name,
            @Nullable String industry,
            @Nullable String category,
            @Nullable List<@Nullable String> forms,
            @Nullable List<@Nullable String> subjects,
            @Nullable List<@Nullable String> sensitivity,
            @Nullable List<@Nullable NeedBody> needs,
            @Nullable List<@Nullable WarningBody> warnings) {

        ProductDeclaration read(String place) {
            return new ProductDeclaration(
                    Required.value(place + ".no", no),
                    Required.text(place + ".name", name, 200),
                    Required.text(place + ".industry", industry, 100),
                    Required.one(ProductCategory.class, place + ".category", category),
                    someOf(DeliveryForm.class, place + ".forms", forms),
                    someOf(ProductSubject.class, place + ".subjects", subjects),
                    Required.each(
                            place + ".sensitivity",
                            sensitivity,
                            LIMIT,
                            (String at, String value) -> Required.one(Sensitivity.class, at, value)),
                    Required.each(place + ".needs", needs, LIMIT, (at, body) -> body.read(at)),
                    Required.each(place + ".warnings", warnings, LIMIT, (at, body) -> body.read(at)));
        }

        /** At least one, each once. */
        private static <E extends Enum<E>> List<E> someOf(
                Class<E> type, String field, @Nullable List<@Nullable String> values) {
            List<E> read =
                    Required.each(field, values, LIMIT, (String at, String value) -> Required.one(type, at, value));
            if (read.isEmpty() || EnumSet.copyOf(read).size() < read.size()) {
                throw Required.invalid(field, "至少一项，且不重复", "at least one, each once");
            }
            return read;
        }
    }

    record NeedBody(@Nullable String name, @Nullable String item) {
        Need read(String place) {
            return new Need(
                    Required.text(place + ".name", name, 200),
                    item == null ? null : Required.id(place + ".item", item));
        }
    }

    record WarningBody(
            @Nullable String id,
            @Nullable String zh,
            @Nullable String en) {
        Warning read(String place) {
            return new Warning(
                    Required.id(place + ".id", id),
                    Required.text(place + ".zh", zh, TEXT),
                    Required.text(place + ".en", en, TEXT));
        }
    }
}
