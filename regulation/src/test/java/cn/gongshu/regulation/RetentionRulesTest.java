package cn.gongshu.regulation;

import cn.gongshu.kernel.Fault;
import cn.gongshu.regulation.RetentionSchedule.RecordType;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionRulesTest {

    private static final LocalDate MADE = LocalDate.of(2026, 11, 24);
    private static final Parameters PARAMETERS = Parameters.parse("""
            code\tkind\tvalue\teffectiveFrom\tsource\towner\tconfidence
            retention.use_days\tDAYS\t1096\t2026-01-01\tlaw\tbureau\tFULL_TEXT
            retention.use_days\tDAYS\t1827\t2027-01-01\tlaw\tbureau\tFULL_TEXT
            """);

    @Test
    @Clause("I10")
    void a_use_is_kept_as_long_as_the_parameters_of_its_own_legal_date_say() {
        RetentionSchedule kept = RetentionRules.schedule(RecordType.USE, PARAMETERS, MADE);
        assertThat(kept.code()).isEqualTo("use-1096d");
        assertThat(kept.until(MADE)).isEqualTo("2029-11-24");
        assertThat(RetentionRules.schedule(RecordType.USE, PARAMETERS, LocalDate.of(2027, 1, 1))
                        .days())
                .isEqualTo(1827);
    }

    @Test
    @Clause("I10")
    void nothing_is_recorded_for_which_the_city_has_no_schedule() {
        assertThatThrownBy(() -> RetentionRules.schedule(RecordType.ACT, PARAMETERS, MADE))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("retention.act_days");
    }
}
