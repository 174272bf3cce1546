package cn.gongshu.cities.luan.annex;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.ProductCategory;

import java.util.List;

/**
 * One product of annex 2 (R161).
 *
 * @param code {@code P01} to {@code P40}
 * @param defects what is doubtful about it
 */
public record AnnexProduct(
        ProductCode code,
        String name,
        String industry,
        ProductCategory category,
        List<DeliveryForm> forms,
        List<Defect> defects) {

    public AnnexProduct {
        forms = List.copyOf(forms);
        defects = List.copyOf(defects);
    }
}
