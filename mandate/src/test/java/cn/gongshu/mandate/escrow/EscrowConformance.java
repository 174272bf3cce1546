package cn.gongshu.mandate.escrow;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.mandate.Quota;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Refused;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every escrow must hold: exactly the quota, on every link, whatever happens at once. */
public abstract class EscrowConformance {

    protected static final MandateId SUBSCRIPTION = new MandateId("subscription");
    protected static final MandateId OTHER = new MandateId("other-subscription");
    protected static final MandateId AGREEMENT = new MandateId("agreement");

    private static final int THREADS = 64;

    /** An escrow that counts these links and nothing yet. */
    protected abstract Escrow escrow(Map<MandateId, Quota> quotas);

    @Test
    @Clause("R082")
    protected void sixty_four_callers_on_a_quota_of_100_get_exactly_100_once_on_each_link() throws Exception {
        Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(100), AGREEMENT, new Quota(1000)));
        AtomicLong refused = new AtomicLong();
        atOnce(thread -> {
            for (int i = 0; i < 10; i++) {
                switch (escrow.take(List.of(SUBSCRIPTION, AGREEMENT), 1)) {
                    case Outcome.Done<Pending>(Pending pending) -> pending.post();
                    case Outcome.Refused<Pending> no -> refused.incrementAndGet();
                }
            }
        });
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(100, 100, 0));
        assertThat(escrow.standing(AGREEMENT)).isEqualTo(new QuotaStanding(1000, 100, 0));
        assertThat(refused.get()).isEqualTo(THREADS * 10 - 100);
    }

    @Test
    @Clause("R082")
    protected void two_subscriptions_share_what_is_above_them_to_the_last_unit() throws Exception {
        for (int round = 0; round < 20; round++) {
            Escrow escrow =
                    escrow(Map.of(SUBSCRIPTION, new Quota(40), OTHER, new Quota(200), AGREEMENT, new Quota(100)));
            atOnce(thread -> {
                MandateId own = thread % 2 == 0 ? SUBSCRIPTION : OTHER;
                for (int i = 0; i < 4; i++) {
                    escrow.take(List.of(own, AGREEMENT), 1).ifDone(Pending::post);
                }
            });
            long first = escrow.standing(SUBSCRIPTION).used();
            assertThat(first).isBetween(0L, 40L);
            assertThat(escrow.standing(OTHER).used()).isEqualTo(100 - first);
            assertThat(escrow.standing(AGREEMENT)).isEqualTo(new QuotaStanding(100, 100, 0));
        }
    }

    @Test
    @Clause("R082")
    protected void callers_refused_below_never_cost_another_branch_a_unit() throws Exception {
        for (int round = 0; round < 20; round++) {
            Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(1), OTHER, new Quota(32), AGREEMENT, new Quota(33)));
            AtomicLong refusedOther = new AtomicLong();
            atOnce(thread -> {
                boolean other = thread % 2 == 0;
                // The tree's other order on purpose: the agreement first, so that failing below must step back above.
                List<MandateId> links = List.of(AGREEMENT, other ? OTHER : SUBSCRIPTION);
                switch (escrow.take(links, 1)) {
                    case Outcome.Done<Pending>(Pending pending) -> pending.post();
                    case Outcome.Refused<Pending> no -> refusedOther.addAndGet(other ? 1 : 0);
                }
            });
            assertThat(refusedOther.get()).isZero();
            assertThat(escrow.standing(AGREEMENT).used()).isEqualTo(33);
        }
        assertThat(escrow(Map.of(AGREEMENT, new Quota(1))).take(List.of(AGREEMENT), 2))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    protected void what_was_taken_and_not_recorded_is_there_again() {
        Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(2), AGREEMENT, new Quota(2)));
        Pending pending = escrow.take(List.of(SUBSCRIPTION, AGREEMENT), 2).orThrow();
        assertThat(escrow.standing(AGREEMENT)).isEqualTo(new QuotaStanding(2, 0, 2));
        pending.voidPending();
        assertThat(escrow.standing(AGREEMENT)).isEqualTo(new QuotaStanding(2, 0, 0));
        escrow.take(List.of(SUBSCRIPTION, AGREEMENT), 2).orThrow().post();
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(2, 2, 0));
    }

    @Test
    @Clause("R082")
    protected void a_link_without_room_is_named_and_nothing_is_taken_from_the_others() {
        Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(10), AGREEMENT, new Quota(3)));
        var refusal = Refused.in(escrow.take(List.of(SUBSCRIPTION, AGREEMENT), 4));
        assertThat(refusal.code()).isEqualTo(ErrorCode.QUOTA_SPENT);
        assertThat(refusal.details()).containsEntry("quota", "3");
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(10, 0, 0));
    }

    @Test
    protected void a_pending_ends_once() {
        Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(5)));
        Pending posted = escrow.take(List.of(SUBSCRIPTION), 1).orThrow();
        posted.post();
        assertThatThrownBy(posted::post).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(posted::voidPending).isInstanceOf(IllegalStateException.class);
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(5, 1, 0));
    }

    @Test
    protected void a_chain_without_quotas_takes_nothing_and_an_uncounted_link_breaks() {
        Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(5)));
        escrow.take(List.of(), 1).orThrow().post();
        assertThatThrownBy(() -> escrow.take(List.of(SUBSCRIPTION, AGREEMENT), 1))
                .isInstanceOf(Fault.class);
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(5, 0, 0));
        assertThatThrownBy(() -> escrow.take(List.of(SUBSCRIPTION), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Clause("R082")
    protected void takes_and_returns_at_once_never_pass_the_limit_and_lose_nothing() throws Exception {
        Escrow escrow = escrow(Map.of(SUBSCRIPTION, new Quota(50)));
        AtomicLong out = new AtomicLong();
        AtomicLong most = new AtomicLong();
        atOnce(thread -> {
            for (int i = 0; i < 200; i++) {
                escrow.take(List.of(SUBSCRIPTION), 1 + thread % 3).ifDone(pending -> {
                    most.accumulateAndGet(out.addAndGet(1 + thread % 3), Math::max);
                    out.addAndGet(-(1 + thread % 3));
                    pending.voidPending();
                });
            }
        });
        assertThat(most.get()).isBetween(1L, 50L);
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(50, 0, 0));
        assertThat(escrow.take(List.of(SUBSCRIPTION), 51)).isInstanceOf(Outcome.Refused.class);
    }

    /** What one thread does; it is told its number. */
    protected interface Work {
        void run(int thread) throws Exception;
    }

    /** Runs the work on 64 threads that start together; the first failure is thrown. */
    protected static void atOnce(Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Boolean>> tasks = IntStream.range(0, THREADS)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        start.await();
                        work.run(thread);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }
}
