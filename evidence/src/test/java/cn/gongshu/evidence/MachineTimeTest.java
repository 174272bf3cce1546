package cn.gongshu.evidence;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MachineTimeTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void two_seconds_back_are_borne_and_a_millisecond_more_is_refused_until_it_has_caught_up() {
        MachineTime time = new MachineTime(clock, Instant.EPOCH);
        Instant start = clock.instant();
        assertThat(time.now()).isEqualTo(Outcome.done(start));
        clock.move(Duration.ofSeconds(-2));
        assertThat(time.now()).isEqualTo(Outcome.done(start));
        clock.move(Duration.ofMillis(-1));
        assertThat(time.now())
                .isEqualTo(Outcome.refused(Refusal.of(ErrorCode.CLOCK_WENT_BACK, Map.of("seconds", "3"))));
        clock.move(Duration.ofMillis(1));
        assertThat(time.now()).isEqualTo(Outcome.done(start));
        clock.move(Duration.ofSeconds(3));
        assertThat(time.now()).isEqualTo(Outcome.done(start.plusSeconds(1)));
    }

    @Test
    void the_time_of_an_earlier_run_counts() {
        MachineTime time = new MachineTime(clock, clock.instant().plusSeconds(60));
        assertThat(time.now()).isInstanceOf(Outcome.Refused.class);
    }
}
