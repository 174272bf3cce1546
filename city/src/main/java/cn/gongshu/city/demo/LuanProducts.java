package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.annex.AnnexProduct;
import cn.gongshu.cities.luan.annex.AnnexTwo;
import cn.gongshu.cities.luan.annex.ProductNeeds;
import cn.gongshu.cities.luan.annex.ProductNeeds.Need;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Annex 2 with what each product needs, as the platform's product-list import takes it. */
public final class LuanProducts {

    private LuanProducts() {}

    /** The body of {@code POST /api/v1/product-list-imports}. */
    public static Map<String, Object> importBody() {
        Map<String, ProductNeeds> needs = ProductNeeds.load(AnnexOne.load()).stream()
                .collect(Collectors.toMap(each -> each.product().value(), each -> each));
        List<AnnexProduct> products = AnnexTwo.load().products();
        List<Map<String, Object>> listed = products.stream()
                .map(product -> product(
                        product,
                        products.indexOf(product) + 1,
                        Objects.requireNonNull(needs.get(product.code().value()))))
                .toList();
        return Map.of("source", "六安市公共数据资源授权运营实施方案（征求意见稿）附件2", "products", listed);
    }

    private static Map<String, Object> product(AnnexProduct product, int no, ProductNeeds needs) {
        Map<String, Object> declaration = new HashMap<>();
        declaration.put("no", no);
        declaration.put("name", product.name());
        declaration.put("industry", product.industry());
        declaration.put("category", product.category().name());
        declaration.put("forms", names(product.forms()));
        declaration.put("subjects", names(needs.subjects()));
        declaration.put("sensitivity", names(needs.sensitivity()));
        declaration.put("needs", needs.needs().stream().map(LuanProducts::need).toList());
        declaration.put("warnings", LuanCatalogue.defects(product.defects()));
        return Map.of("code", product.code().value(), "declaration", declaration);
    }

    private static Map<String, Object> need(Need need) {
        return need.item() == null
                ? Map.of("name", need.name())
                : Map.of("name", need.name(), "item", need.item().value());
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
