package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Refused;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MandateLifeTest {

    @Test
    @Clause("R058")
    void every_step_outside_the_table_is_refused() {
        Map<String, MandateState> table = new HashMap<>();
        for (MandateLife.Row row : MandateLife.table()) {
            table.put(row.from() + " " + row.step(), row.to());
        }
        assertThat(table).hasSize(MandateLife.table().size());
        for (MandateState from : MandateState.values()) {
            for (MandateStep step : MandateStep.values()) {
                Outcome<MandateState> outcome = MandateLife.next("协议", from, step);
                MandateState to = table.get(from + " " + step);
                if (to == null) {
                    assertThat(Refused.in(outcome).code()).isEqualTo(ErrorCode.WRONG_STATE);
                } else {
                    assertThat(outcome).isEqualTo(Outcome.done(to));
                }
            }
        }
    }

    @Test
    void a_suspension_is_reversible_and_a_termination_is_not() {
        assertThat(MandateLife.next("协议", MandateState.SUSPENDED, MandateStep.RESUME))
                .isEqualTo(Outcome.done(MandateState.SIGNED));
        for (MandateStep step : MandateStep.values()) {
            assertThat(MandateLife.next("协议", MandateState.TERMINATED, step)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void what_a_link_amounts_to_follows_from_its_last_act_and_the_date() {
        LocalDate first = Story.ONE_YEAR.from();
        LocalDate after = Story.ONE_YEAR.until();
        Mandate signed = Story.signed(Story.partner());
        assertThat(signed.state(first.minusDays(1))).isEqualTo(MandateState.SIGNED);
        assertThat(signed.state(first)).isEqualTo(MandateState.IN_FORCE);
        assertThat(signed.state(after.minusDays(1))).isEqualTo(MandateState.IN_FORCE);
        assertThat(signed.state(after)).isEqualTo(MandateState.EXPIRED);
        Mandate suspended = signed.then(Story.change(MandateState.SUSPENDED));
        assertThat(suspended.state(first)).isEqualTo(MandateState.SUSPENDED);
        assertThat(suspended.state(after)).isEqualTo(MandateState.EXPIRED);
        assertThat(suspended.then(Story.change(MandateState.SIGNED)).state(first))
                .isEqualTo(MandateState.IN_FORCE);
        assertThat(suspended.then(Story.change(MandateState.TERMINATED)).state(after))
                .isEqualTo(MandateState.TERMINATED);
        Mandate entered = Mandate.of(Story.partner(), Timeline.of(Story.change(MandateState.ENTERED)));
        assertThat(entered.state(first)).isEqualTo(MandateState.ENTERED);
    }
}
