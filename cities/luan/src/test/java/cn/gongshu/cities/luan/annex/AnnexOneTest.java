package cn.gongshu.cities.luan.annex;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.UpdateFrequency;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class AnnexOneTest {

    private final AnnexOne annex = AnnexOne.load();

    @Test
    @Clause("R160")
    void R160_there_are_25_units_102_lines_and_32_to_be_collected_of_which_31_distinct() {
        assertThat(annex.units()).hasSize(25).extracting(AnnexUnit::no).isEqualTo(numbers(25));
        assertThat(annex.lines()).hasSize(102);
        assertThat(annex.toBeCollected()).isEqualTo(32);
        assertThat(annex.toBeCollectedDistinct()).isEqualTo(31);
        assertThat(annex.lines().stream().filter(line -> line.duplicateOf() != null))
                .extracting(line -> line.id().value())
                .containsExactly("C12-04", "C21-05");
    }

    @Test
    void T13_101_lines_are_daily_and_one_is_monthly() {
        assertThat(annex.lines().stream().filter(line -> line.frequency() == UpdateFrequency.MONTHLY))
                .extracting(AnnexLine::name)
                .containsExactly("农林牧渔业产值信息");
    }

    @Test
    void R160_each_unit_has_as_many_lines_as_the_annex_prints() {
        Map<Integer, Long> lines = annex.lines().stream()
                .collect(Collectors.groupingBy(line -> line.unit().no(), TreeMap::new, Collectors.counting()));
        assertThat(lines.values().stream().map(Long::intValue).toList())
                .isEqualTo(List.of(4, 2, 4, 4, 3, 9, 4, 10, 3, 3, 4, 8, 10, 6, 1, 4, 3, 3, 3, 4, 6, 1, 1, 1, 1));
    }

    @Test
    void R160_in_six_units_everything_is_still_to_be_collected() {
        assertThat(annex.units().stream()
                        .filter(unit -> annex.lines().stream()
                                .filter(line -> line.unit().equals(unit))
                                .allMatch(AnnexLine::toBeCollected)))
                .extracting(AnnexUnit::no)
                .containsExactly(20, 21, 22, 23, 24, 25);
    }

    @Test
    void an_items_id_is_its_unit_and_line() {
        assertThat(annex.line(new ItemId("C07-01")).orElseThrow().name()).isEqualTo("社保缴纳信息");
        assertThat(annex.line(new ItemId("C13-04")).orElseThrow().name()).isEqualTo("门急诊就诊记录信息");
        assertThat(annex.line(new ItemId("C13-11"))).isEmpty();
        assertThat(new HashSet<>(annex.lines().stream().map(AnnexLine::id).toList()))
                .hasSize(102);
    }

    @Test
    void the_joint_unit_has_two_providers_and_one_of_them_is_also_a_unit_of_its_own() {
        assertThat(annex.providers()).hasSize(25);
        assertThat(annex.units().get(10).providers())
                .extracting(provider -> provider.name().zh())
                .containsExactly("市交通局", "市公交公司");
        assertThat(annex.units().get(8).providers())
                .containsExactly(annex.units().get(10).providers().getFirst());
        assertThat(annex.units().stream().filter(unit -> unit.providers().size() > 1))
                .hasSize(1);
    }

    @Test
    void Q01_to_Q07_hang_on_their_items_and_nothing_is_merged() {
        assertThat(annex.defects())
                .extracting(Defect::id)
                .containsExactly("Q01", "Q02", "Q03", "Q04", "Q05", "Q06", "Q07");
        assertThat(flagged("Q01")).containsExactly("C12-03", "C12-04");
        assertThat(flagged("Q02")).containsExactly("C21-01", "C21-05");
        assertThat(flagged("Q03")).containsExactly("C14-01", "C14-02");
        assertThat(flagged("Q04")).containsExactly("C22-01", "C25-01");
        assertThat(flagged("Q05")).containsExactly("C20-02", "C20-04");
        assertThat(flagged("Q06")).containsExactly("C02-02", "C04-04");
        assertThat(flagged("Q07")).containsExactly("C11-02", "C17-02");
        assertThat(annex.firstNamed("温度信息").orElseThrow().id()).isEqualTo(new ItemId("C21-01"));
        assertThat(annex.line(new ItemId("C14-01")).orElseThrow().sourceText()).isEqualTo("企业登记信息企业");
    }

    @Test
    void every_defect_speaks_both_languages() {
        assertThat(Defect.load()).allSatisfy(defect -> {
            assertThat(defect.words().zh()).isNotBlank();
            assertThat(defect.words().en()).isNotBlank().doesNotContainPattern("[\\u4e00-\\u9fff]");
            assertThat(defect.concerns()).isNotEmpty();
        });
    }

    private List<String> flagged(String defect) {
        return annex.lines().stream()
                .filter(line ->
                        line.defects().stream().anyMatch(each -> each.id().equals(defect)))
                .map(line -> line.id().value())
                .toList();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }
}
