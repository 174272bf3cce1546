package cn.gongshu.cities.luan.annex;

import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.ProductCategory;

import java.util.List;
import java.util.Optional;

/**
 * Annex 2 (附件2): the first batch of products and services, exactly as published.
 *
 * @param products 40, in order
 * @param defects those that concern a product
 */
public record AnnexTwo(List<AnnexProduct> products, List<Defect> defects) {

    public AnnexTwo {
        products = List.copyOf(products);
        defects = List.copyOf(defects);
    }

    @Clause("R161")
    @Clause("R076")
    public static AnnexTwo load() {
        List<Defect> defects = Defect.load();
        List<AnnexProduct> products = Sheet.read("data/annex2.tsv").rows().stream()
                .map(row -> product(row, defects))
                .toList();
        List<Defect> ours = defects.stream()
                .filter(defect ->
                        products.stream().anyMatch(product -> product.defects().contains(defect)))
                .toList();
        return new AnnexTwo(products, ours);
    }

    public Optional<AnnexProduct> product(ProductCode code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    private static AnnexProduct product(Sheet.Row row, List<Defect> defects) {
        ProductCode code = new ProductCode("P%02d".formatted(row.whole("no")));
        return new AnnexProduct(
                code,
                row.text("name"),
                row.text("industry"),
                row.one(ProductCategory.class, "category"),
                row.many(DeliveryForm.class, "forms"),
                Defect.concerning(defects, code.value()));
    }
}
