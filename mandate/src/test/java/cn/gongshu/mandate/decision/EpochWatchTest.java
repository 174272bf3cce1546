package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.Story;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;

import static cn.gongshu.mandate.decision.Uses.agency37;
import static cn.gongshu.mandate.decision.Uses.allowed;
import static cn.gongshu.mandate.decision.Uses.bank04;
import static cn.gongshu.mandate.decision.Uses.refused;
import static org.assertj.core.api.Assertions.assertThat;

class EpochWatchTest {

    private static final long MS = 1_000_000;
    private static final ChainSnapshot OPEN = Uses.snapshot(7, Story.mandates());
    private static final ChainSnapshot STOPPED = Uses.snapshot(8, Story.mandates(suspended()));

    private long now = -5 * MS;
    private final EpochWatch watch = new EpochWatch();
    private final DecisionPoint point = new DecisionPoint(watch, () -> now);

    @Test
    @Clause("R06A")
    void before_the_first_snapshot_everything_is_refused() {
        assertThat(refused(point.decide(agency37())).code()).isEqualTo(ErrorCode.CHAIN_STATE_UNKNOWN);
        assertThat(watch.confirm(7, now)).isFalse();
        assertThat(refused(point.decide(agency37())).code()).isEqualTo(ErrorCode.CHAIN_STATE_UNKNOWN);
        watch.adopt(OPEN, now);
        now += 800 * MS;
        assertThat(point.decide(agency37())).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @Clause("R06A")
    void a_database_that_does_not_answer_stops_the_doors_after_800_ms_and_its_answer_opens_them() {
        watch.adopt(OPEN, now);
        now += 800 * MS - 1;
        assertThat(point.decide(agency37())).isInstanceOf(Decision.Allowed.class);
        now += 1;
        assertThat(refused(point.decide(agency37())).code()).isEqualTo(ErrorCode.CHAIN_STATE_UNKNOWN);
        assertThat(watch.confirm(7, now)).isTrue();
        assertThat(point.decide(agency37())).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void an_answer_counts_from_when_it_was_asked_for_not_from_when_it_came() {
        watch.adopt(OPEN, now);
        long asked = now + 100 * MS;
        now += 700 * MS;
        watch.confirm(7, asked);
        now = asked + 800 * MS;
        assertThat(point.decide(agency37())).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void answers_that_come_out_of_order_do_not_turn_time_back() {
        watch.adopt(OPEN, now);
        watch.confirm(7, now + 300 * MS);
        watch.confirm(7, now + 100 * MS);
        watch.adopt(STOPPED, now + 400 * MS);
        watch.adopt(OPEN, now + 500 * MS);
        assertThat(watch.confirm(7, now + 500 * MS)).isFalse();
        assertThat(watch.standing(now)).isEqualTo(new Standing.Current(STOPPED));
    }

    @Test
    @Clause("R06A")
    void a_stop_whose_notification_is_lost_holds_within_a_second_wherever_the_polls_fall() {
        for (long offset = 0; offset < 200; offset += 7) {
            for (boolean databaseHangs : new boolean[] {false, true}) {
                assertStopsWithinASecond(offset, databaseHangs);
            }
        }
    }

    /** Polls each 200 ms; the stop commits {@code offset} ms after a poll; reading the new chain takes 150 ms. */
    private void assertStopsWithinASecond(long offset, boolean databaseHangs) {
        EpochWatch polled = new EpochWatch();
        DecisionPoint door = new DecisionPoint(polled, () -> now);
        long start = now;
        long committed = start + (600 + offset) * MS;
        polled.adopt(OPEN, start);
        for (long tick = 1; tick <= 2000; tick++) {
            now = start + tick * MS;
            boolean answers = now < committed || !databaseHangs;
            if (tick % 200 == 0 && answers) {
                polled.confirm(now < committed ? 7 : 8, now);
            }
            if (tick % 200 == 150 && answers && now - 150 * MS >= committed) {
                polled.adopt(STOPPED, now - 150 * MS);
            }
            boolean allowed = door.decide(agency37()) instanceof Decision.Allowed;
            assertThat(allowed && now - committed >= 1000 * MS)
                    .as("%s ms after the stop", (now - committed) / MS)
                    .isFalse();
            assertThat(allowed || now > committed).as("open before the stop").isTrue();
        }
    }

    @Test
    @Clause("R06A")
    void the_guard_refuses_what_was_stopped_between_decision_and_writing() {
        watch.adopt(OPEN, now);
        WriteGuard agency = point.guardFor(allowed(point.decide(agency37())));
        WriteGuard bank = point.guardFor(allowed(point.decide(bank04())));
        assertThat(agency.refuses()).isNull();
        watch.adopt(STOPPED, now);
        assertThat(agency.refuses())
                .isNotNull()
                .extracting(refusal -> refusal.code())
                .isEqualTo(ErrorCode.LINK_SUSPENDED);
        assertThat(bank.refuses()).as("another branch goes on").isNull();
        now += 800 * MS;
        assertThat(bank.refuses())
                .isNotNull()
                .extracting(refusal -> refusal.code())
                .isEqualTo(ErrorCode.CHAIN_STATE_UNKNOWN);
    }

    private static Mandate suspended() {
        return Story.signed(Story.partner()).then(Story.change(MandateState.SUSPENDED));
    }
}
