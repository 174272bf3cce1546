package cn.gongshu.cities.luan.annex;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.regulation.NeedState;
import cn.gongshu.regulation.Readiness;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class ProductNeedsTest {

    private final AnnexOne annex = AnnexOne.load();
    private final List<ProductNeeds> all = ProductNeeds.load(annex);

    @Test
    void R162_sixteen_are_ready_nineteen_partial_four_wait_and_one_is_blocked() {
        Map<String, Long> readiness =
                all.stream().collect(Collectors.groupingBy(this::readiness, Collectors.counting()));
        assertThat(readiness)
                .containsOnly(entry("READY", 16L), entry("PARTIAL", 19L), entry("WAITS", 4L), entry("BLOCKED", 1L));
        assertThat(of("WAITS")).containsExactly("P08", "P15", "P22", "P24");
        assertThat(of("BLOCKED")).containsExactly("P20");
        assertThat(of("READY")).contains("P37", "P04", "P31");
    }

    @Test
    void R162_the_rule_of_the_regulation_says_the_same() {
        assertThat(all)
                .allSatisfy(needs -> assertThat(Readiness.of(
                                needs.needs().stream().map(this::state).toList()))
                        .hasToString(readiness(needs)));
    }

    @Test
    void every_product_has_its_row_and_every_name_in_annex_1_its_item() {
        assertThat(all)
                .extracting(ProductNeeds::product)
                .isEqualTo(AnnexTwo.load().products().stream()
                        .map(AnnexProduct::code)
                        .toList());
        assertThat(all).allSatisfy(needs -> assertThat(needs.needs()).isNotEmpty());
        assertThat(all).allSatisfy(needs -> assertThat(needs.subjects()).isNotEmpty());
    }

    @Test
    void a_name_that_occurs_twice_means_its_first_line() {
        ProductNeeds disaster = all.get(23);
        assertThat(disaster.needs().getFirst()).isEqualTo(new ProductNeeds.Need("温度信息", new ItemId("C21-01")));
    }

    private List<String> of(String state) {
        return all.stream()
                .filter(needs -> readiness(needs).equals(state))
                .map(needs -> needs.product().value())
                .toList();
    }

    private String readiness(ProductNeeds needs) {
        List<AnnexLine> present = needs.needs().stream()
                .map(ProductNeeds.Need::item)
                .filter(Objects::nonNull)
                .map(item -> annex.line(item).orElseThrow())
                .toList();
        boolean missing = present.size() < needs.needs().size();
        long waiting = present.stream().filter(AnnexLine::toBeCollected).count();
        if (present.isEmpty()) {
            return "BLOCKED";
        }
        if (waiting == present.size()) {
            return "WAITS";
        }
        return waiting == 0 && !missing ? "READY" : "PARTIAL";
    }

    private NeedState state(ProductNeeds.Need need) {
        if (need.item() == null) {
            return NeedState.MISSING;
        }
        return annex.line(need.item()).orElseThrow().toBeCollected() ? NeedState.TO_BE_COLLECTED : NeedState.COLLECTED;
    }
}
