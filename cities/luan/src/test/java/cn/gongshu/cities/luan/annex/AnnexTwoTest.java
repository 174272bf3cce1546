package cn.gongshu.cities.luan.annex;

import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.ProductCategory;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class AnnexTwoTest {

    private final AnnexTwo annex = AnnexTwo.load();

    @Test
    @Clause("R161")
    @Clause("R076")
    void R161_there_are_40_products_25_for_industry_then_15_for_the_public_good() {
        assertThat(annex.products())
                .extracting(product -> product.code().value())
                .isEqualTo(IntStream.rangeClosed(1, 40)
                        .mapToObj("P%02d"::formatted)
                        .toList());
        assertThat(annex.products().subList(0, 25)).allMatch(product -> product.category() == ProductCategory.INDUSTRY);
        assertThat(annex.products().subList(25, 40))
                .allMatch(product -> product.category() == ProductCategory.PUBLIC_GOOD);
    }

    @Test
    void R161_the_delivery_forms_are_33_4_2_and_2() {
        Map<DeliveryForm, Long> forms = annex.products().stream()
                .flatMap(product -> product.forms().stream())
                .collect(Collectors.groupingBy(form -> form, Collectors.counting()));
        assertThat(forms)
                .containsOnly(
                        entry(DeliveryForm.API, 33L),
                        entry(DeliveryForm.DATA_SET, 4L),
                        entry(DeliveryForm.MODEL, 2L),
                        entry(DeliveryForm.REPORT, 2L));
        assertThat(annex.products().get(6).forms()).containsExactly(DeliveryForm.DATA_SET, DeliveryForm.API);
    }

    @Test
    void R161_the_ten_industries_have_their_counts() {
        Map<String, Long> industries =
                annex.products().stream().collect(Collectors.groupingBy(AnnexProduct::industry, Collectors.counting()));
        assertThat(industries)
                .containsOnly(
                        entry("金融服务", 10L),
                        entry("企业服务", 8L),
                        entry("城市治理", 5L),
                        entry("医疗健康", 4L),
                        entry("文化旅游", 3L),
                        entry("人才就业", 3L),
                        entry("教育服务", 2L),
                        entry("数字农业", 2L),
                        entry("交通运输", 2L),
                        entry("养老服务", 1L));
    }

    @Test
    void Q07_to_Q11_hang_on_their_products() {
        assertThat(annex.defects()).extracting(Defect::id).containsExactly("Q07", "Q08", "Q09", "Q10", "Q11");
        assertThat(flagged("Q07")).containsExactly("P11", "P27", "P34");
        assertThat(flagged("Q08")).containsExactly("P26", "P31");
        assertThat(flagged("Q09")).containsExactly("P14", "P30");
        assertThat(flagged("Q10")).containsExactly("P20", "P28");
        assertThat(flagged("Q11")).containsExactly("P01", "P02", "P04", "P05", "P06", "P07", "P08", "P10", "P39");
    }

    private List<String> flagged(String defect) {
        return annex.products().stream()
                .filter(product ->
                        product.defects().stream().anyMatch(each -> each.id().equals(defect)))
                .map(product -> product.code().value())
                .toList();
    }
}
