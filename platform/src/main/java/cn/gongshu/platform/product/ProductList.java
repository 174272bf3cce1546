package cn.gongshu.platform.product;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A product list to be entered: what it names is added or brought up to date, what it does not name stays.
 *
 * @param source the paper it comes from
 */
record ProductList(String source, List<NewProduct> products) {

    /** A product and what the list says about it. */
    record NewProduct(String code, ProductDeclaration declaration) {}

    /**
     * What came of entering it.
     *
     * @param act the act's id, or null when nothing was new
     */
    record Imported(
            String source,
            int added,
            int changed,
            int unchanged,
            @Nullable String act) {}
}
