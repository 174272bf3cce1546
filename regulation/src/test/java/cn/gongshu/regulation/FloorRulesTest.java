package cn.gongshu.regulation;

import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FloorRulesTest {

    private static final Parameters PARAMETERS = Parameters.parse(
            "code\tkind\tvalue\teffectiveFrom\tsource\towner\tconfidence\nfloor.k\tINT\t10\t2026-01-01\tQ14\tbureau\tINFERRED\n");

    @Test
    @Clause("Q14")
    void a_floor_below_the_citys_is_refused_and_one_at_it_is_not() {
        assertThat(Refused.in(FloorRules.stated(9, 10)).clause()).isEqualTo("Q14");
        assertThat(FloorRules.stated(10, 10)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("Q14")
    void a_chain_that_says_less_runs_under_the_citys_floor_and_one_that_says_more_under_its_own() {
        assertThat(FloorRules.effective(1, 10)).isEqualTo(10);
        assertThat(FloorRules.effective(20, 10)).isEqualTo(20);
    }

    @Test
    void a_city_without_a_floor_is_a_fault_and_never_one() {
        assertThat(FloorRules.least(PARAMETERS, LocalDate.of(2026, 1, 1))).isEqualTo(10);
        assertThatThrownBy(() -> FloorRules.least(PARAMETERS, LocalDate.of(2025, 12, 31)))
                .isInstanceOf(Fault.class);
    }
}
