package cn.gongshu.platform.product;

import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.ProductCategory;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One version of what the product list says about a product.
 *
 * @param no its number on the list
 * @param subjects whom the answer is about; the first is the main one
 * @param needs what it needs, from the catalogue or from elsewhere
 * @param warnings what is doubtful about it (Q07 …)
 */
record ProductDeclaration(
        int no,
        String name,
        String industry,
        ProductCategory category,
        List<DeliveryForm> forms,
        List<ProductSubject> subjects,
        List<Sensitivity> sensitivity,
        List<Need> needs,
        List<Warning> warnings) {

    ProductDeclaration {
        forms = List.copyOf(forms);
        subjects = List.copyOf(subjects);
        sensitivity = List.copyOf(sensitivity);
        needs = List.copyOf(needs);
        warnings = List.copyOf(warnings);
    }

    /**
     * One thing a product needs.
     *
     * @param item the catalogue item, or null when the catalogue has none
     */
    record Need(String name, @Nullable String item) {}

    /** A defect or doubt about the product as listed. */
    record Warning(String id, String zh, String en) {}
}
