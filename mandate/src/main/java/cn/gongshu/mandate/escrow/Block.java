package cn.gongshu.mandate.escrow;

import cn.gongshu.regulation.Rules;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One quota in one number: taken units above, units of takes still under way below. A take is under way only between
 * its first and its last link; only what is taken for good may refuse another.
 */
final class Block {

    private static final int UNDER_WAY_BITS = 24;
    private static final long UNDER_WAY = (1L << UNDER_WAY_BITS) - 1;

    /** The most one use may count for; 64 threads of it still fit the lower part. */
    static final long MOST_AT_ONCE = 1L << 16;

    private final String title;
    private final long limit;
    private final AtomicLong state = new AtomicLong();
    private final AtomicLong posted = new AtomicLong();

    Block(String title, long limit) {
        this.title = title;
        this.limit = limit;
    }

    String title() {
        return title;
    }

    long limit() {
        return limit;
    }

    boolean spentFor(long quantity) {
        return (state.get() >>> UNDER_WAY_BITS) + quantity > limit;
    }

    /** Reserves for a take under way; false when that might not fit, or too many are under way. */
    boolean reserve(long quantity) {
        while (true) {
            long now = state.get();
            long underWay = now & UNDER_WAY;
            boolean fits = (now >>> UNDER_WAY_BITS) + underWay + quantity <= limit || !Rules.on("R082");
            if (!fits || underWay + quantity > UNDER_WAY) {
                return false;
            }
            if (state.compareAndSet(now, now + quantity)) {
                return true;
            }
        }
    }

    void stepBack(long quantity) {
        state.addAndGet(-quantity);
    }

    /** The whole take succeeded: its units are taken for good. */
    void settle(long quantity) {
        state.addAndGet((quantity << UNDER_WAY_BITS) - quantity);
    }

    void giveBack(long quantity) {
        state.addAndGet(-(quantity << UNDER_WAY_BITS));
    }

    void post(long quantity) {
        posted.addAndGet(quantity);
    }

    void restore(long used) {
        if (used < 0 || !state.compareAndSet(0, used << UNDER_WAY_BITS)) {
            throw new IllegalStateException("restored after something was taken, or to less than nothing");
        }
        posted.set(used);
    }

    QuotaStanding standing() {
        long used = posted.get();
        return new QuotaStanding(limit, used, Math.max(0, (state.get() >>> UNDER_WAY_BITS) - used));
    }
}
