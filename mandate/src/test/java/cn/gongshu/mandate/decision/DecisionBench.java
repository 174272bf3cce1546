package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Quota;
import cn.gongshu.mandate.Story;
import cn.gongshu.mandate.escrow.BlockEscrow;
import cn.gongshu.mandate.escrow.Pending;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;

/**
 * What one decision costs, by hand: {@code main} prints CPU nanoseconds per call over a thousand subscriptions. Not run in the
 * build, where a busy machine would decide about it.
 */
final class DecisionBench {

    private static final int SUBSCRIPTIONS = 1000;
    private static final int CALLS = 2_000_000;
    private static final int ROUNDS = 7;

    private final Use[] uses = new Use[SUBSCRIPTIONS];
    private final DecisionPoint point;
    private final BlockEscrow escrow = new BlockEscrow();

    private DecisionBench() {
        List<Mandate> links = new ArrayList<>(Story.without("agency-37"));
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            Contract contract = subscription(i);
            links.add(Story.signed(contract));
            uses[i] = Uses.use(Story.AGENCY, contract.id().value(), Story.P37, Story.EMPLOYMENT, Uses.NEEDS_37);
            escrow.open(contract.id(), contract.title(), new Quota(Quota.MOST));
        }
        escrow.open(Story.agreement().id(), Story.agreement().title(), new Quota(Quota.MOST));
        EpochWatch watch = new EpochWatch();
        long before = cpu();
        ChainSnapshot snapshot = ChainSnapshot.of(1, links, Story.items(), Naming.CODES);
        System.out.printf("snapshot of %d subscriptions: %d ms cold", SUBSCRIPTIONS, (cpu() - before) / 1_000_000);
        before = cpu();
        ChainSnapshot.of(1, links, Story.items(), Naming.CODES);
        System.out.printf(", %d ms the second time%n", (cpu() - before) / 1_000_000);
        watch.adopt(snapshot, System.nanoTime() + Long.MAX_VALUE / 2);
        point = new DecisionPoint(watch, System::nanoTime);
    }

    private static Contract subscription(int number) {
        Contract plain = Story.agencySubscription();
        return new Contract(
                new MandateId("S-" + number),
                plain.place(),
                plain.parties(),
                plain.title(),
                plain.scope(),
                plain.limits());
    }

    public static void main(String[] arguments) {
        DecisionBench bench = new DecisionBench();
        Random random = new Random(1);
        int[] order = random.ints(1 << 16, 0, SUBSCRIPTIONS).toArray();
        report("decide, allowed", i -> bench.decide(bench.uses[order[i & 0xffff]]));
        Use refused = Uses.purpose(bench.uses[0], Story.CREDIT);
        report("decide, refused", i -> bench.decide(refused));
        Decision.Allowed allowed = Uses.allowed(bench.point.decide(bench.uses[0]));
        WriteGuard guard = bench.point.guardFor(allowed);
        report("guard, same epoch", i -> guard.refuses() == null ? 1 : 0);
        report("escrow, take and post on two links", i -> bench.take(allowed));
    }

    private long decide(Use use) {
        return switch (point.decide(use)) {
            case Decision.Allowed allowed -> allowed.obligations().size();
            case Decision.Refused(var refusal) -> refusal.code() == ErrorCode.PURPOSE_OUTSIDE ? 2 : 3;
        };
    }

    private long take(Decision.Allowed allowed) {
        Pending pending = escrow.take(allowed.chain().quotaLinks(), 1).orThrow();
        pending.post();
        return 1;
    }

    /** CPU time of this thread: others share the machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void report(String what, IntToLongFunction call) {
        double best = Double.MAX_VALUE;
        List<String> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpu();
            long sum = 0;
            for (int i = 0; i < CALLS; i++) {
                sum += call.applyAsLong(i);
            }
            double each = (cpu() - before) / (double) CALLS;
            best = Math.min(best, each);
            rounds.add("%.0f%s".formatted(each, sum == 0 ? "?" : ""));
        }
        System.out.printf("%-36s %6.0f ns best, rounds %s%n", what, best, rounds);
    }
}
