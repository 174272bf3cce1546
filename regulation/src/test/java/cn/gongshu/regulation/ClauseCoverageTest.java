package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClauseCoverageTest {

    private static final Clauses CLAUSES = Clauses.load();
    private static final ClauseScan RULES = ClauseScan.around(Clauses.class);
    private static final ClauseScan TESTS = ClauseScan.around(ClauseCoverageTest.class);

    @Test
    void every_clause_says_what_it_demands_in_both_languages() {
        assertThat(CLAUSES.all()).hasSizeGreaterThan(40).allSatisfy(row -> {
            assertThat(row.id()).matches("[RTQI][0-9A-F]{2,3}a?");
            assertThat(row.zh()).matches(".*\\p{IsHan}.*");
            assertThat(row.en()).doesNotMatch(".*\\p{IsHan}.*");
            assertThat(row.due()).isPositive();
        });
    }

    @Test
    void every_error_code_rests_on_a_known_clause() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::clause).filter(Objects::nonNull))
                .allSatisfy(id -> assertThat(CLAUSES.find(id)).as(id).isPresent());
    }

    @Test
    void no_rule_and_no_test_names_an_invented_clause() {
        assertThat(CLAUSES.all().stream().map(ClauseRow::id).toList())
                .containsAll(RULES.ids())
                .containsAll(TESTS.ids());
    }

    @Test
    void each_rule_has_a_test_and_each_test_a_rule() {
        assertThat(TESTS.ids()).as("rules %s", RULES.all()).isEqualTo(RULES.ids());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void a_rule_switched_off_turns_its_test_red(ClauseScan.Found test) {
        assertThat(ClauseSwitch.notices(test)).as("without %s", test.clause()).isTrue();
    }

    @Test
    void a_table_out_of_shape_is_refused_with_its_place() {
        String header = "id\tkind\tmark\tdue\tbasis\tzh\ten\n";
        String row = "R066\tRULE\tS\t2\tplan\t期限\tterm\n";
        assertThat(Clauses.parse(header + "# note\n\n" + row).find("R066")).isPresent();
        assertThat(Clauses.parse(header + row).find("R067")).isEmpty();
        for (String bad : new String[] {
            row + row,
            "R066\tRULE\tS\t2\tplan\t期限\t\n",
            "R066\tRULE\tX\t2\tplan\t期限\tterm\n",
            "R066\tLAW\tS\t2\tplan\t期限\tterm\n",
            "R066\tRULE\tS\t2\tplan\t期限\n"
        }) {
            assertThatThrownBy(() -> Clauses.parse(header + bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Clauses.parse(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
    }

    private static Stream<ClauseScan.Found> tests() {
        return TESTS.all().stream();
    }
}
