package cn.gongshu.mandate;

import cn.gongshu.regulation.ClauseRow;
import cn.gongshu.regulation.ClauseScan;
import cn.gongshu.regulation.ClauseSwitch;
import cn.gongshu.regulation.Clauses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ClauseCoverageTest {

    private static final ClauseScan RULES = ClauseScan.around(Mandate.class);
    private static final ClauseScan LAW = ClauseScan.around(Clauses.class);
    private static final ClauseScan TESTS = ClauseScan.around(ClauseCoverageTest.class);

    @Test
    void no_rule_and_no_test_names_an_invented_clause() {
        assertThat(Clauses.load().all().stream().map(ClauseRow::id).toList())
                .containsAll(RULES.ids())
                .containsAll(TESTS.ids());
    }

    @Test
    void each_rule_here_has_a_test_here_and_each_test_a_rule() {
        Set<String> rules = new TreeSet<>(RULES.ids());
        assertThat(TESTS.ids()).as("rules %s", RULES.all()).containsAll(rules);
        rules.addAll(LAW.ids());
        assertThat(rules).containsAll(TESTS.ids());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void a_rule_switched_off_turns_its_test_red(ClauseScan.Found test) {
        assertThat(ClauseSwitch.notices(test)).as("without %s", test.clause()).isTrue();
    }

    private static Stream<ClauseScan.Found> tests() {
        return TESTS.all().stream();
    }
}
