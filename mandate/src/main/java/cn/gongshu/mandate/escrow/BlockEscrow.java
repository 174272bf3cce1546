package cn.gongshu.mandate.escrow;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Quota;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The escrow of a single process: the block is the whole quota. Nothing locks; a take that finds the last units half
 * taken by another waits the few instructions until that one has finished or stepped back, so that nobody is refused
 * because of a take that then fails elsewhere.
 */
public final class BlockEscrow implements Escrow {

    private static final int SPINS_BEFORE_YIELD = 64;

    private final Map<MandateId, Block> blocks = new ConcurrentHashMap<>();

    /**
     * Starts to count a link, or takes note that it is counted already.
     *
     * @param title what refusals call it
     * @throws IllegalStateException when the link is counted under another quota: a contract never changes
     */
    public void open(MandateId link, String title, Quota quota) {
        Block block = blocks.computeIfAbsent(link, key -> new Block(title, quota.uses()));
        if (block.limit() != quota.uses()) {
            throw new IllegalStateException("mandate " + link + " is counted under another quota");
        }
    }

    /**
     * Sets what was used before this process started, from the journal; before any door opens.
     *
     * @throws IllegalStateException when something was taken already
     */
    public void restore(MandateId link, long used) {
        block(link).restore(used);
    }

    @Override
    @Clause("R082")
    public Outcome<Pending> take(List<MandateId> links, long quantity) {
        if (quantity < 1 || quantity > Block.MOST_AT_ONCE) {
            throw new IllegalArgumentException("a take is between 1 and " + Block.MOST_AT_ONCE);
        }
        Block[] taken = links.stream().map(this::block).toArray(Block[]::new);
        for (int spins = 1; ; spins++) {
            Block spent = spent(taken, quantity);
            if (spent != null && Rules.on("R082")) {
                return Outcome.refused(Refusal.of(
                        ErrorCode.QUOTA_SPENT, Map.of("link", spent.title(), "quota", Long.toString(spent.limit()))));
            }
            if (reserveAll(taken, quantity)) {
                return Outcome.done(new Taken(taken, quantity));
            }
            pause(spins);
        }
    }

    /** The first link without room even if every half-made take steps back. */
    private static @Nullable Block spent(Block[] blocks, long quantity) {
        for (Block block : blocks) {
            if (block.spentFor(quantity)) {
                return block;
            }
        }
        return null;
    }

    private static boolean reserveAll(Block[] blocks, long quantity) {
        for (int i = 0; i < blocks.length; i++) {
            if (!blocks[i].reserve(quantity)) {
                for (int back = 0; back < i; back++) {
                    blocks[back].stepBack(quantity);
                }
                return false;
            }
        }
        for (Block block : blocks) {
            block.settle(quantity);
        }
        return true;
    }

    @SuppressWarnings("ThreadPriorityCheck") // only speeds things up when the other take lost its core half way
    private static void pause(int spins) {
        if (spins % SPINS_BEFORE_YIELD == 0) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    @Override
    public QuotaStanding standing(MandateId link) {
        return block(link).standing();
    }

    private Block block(MandateId link) {
        Block block = blocks.get(link);
        if (block == null) {
            throw new Fault(ErrorCode.INTERNAL, "nobody counts the quota of mandate " + link);
        }
        return block;
    }

    /** What one use took. */
    private static final class Taken implements Pending {
        private final Block[] blocks;
        private final long quantity;
        private final AtomicBoolean over = new AtomicBoolean();

        Taken(Block[] blocks, long quantity) {
            this.blocks = blocks;
            this.quantity = quantity;
        }

        @Override
        public void post() {
            once();
            for (Block block : blocks) {
                block.post(quantity);
            }
        }

        @Override
        public void voidPending() {
            once();
            for (Block block : blocks) {
                block.giveBack(quantity);
            }
        }

        private void once() {
            if (!over.compareAndSet(false, true)) {
                throw new IllegalStateException("already posted or voided");
            }
        }
    }
}
