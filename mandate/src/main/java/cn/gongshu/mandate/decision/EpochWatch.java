package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps a process from deciding on a chain that may have been stopped elsewhere. Whoever owns the database asks it for
 * the mandate epoch at least every {@link #POLL_EVERY}; once the last confirmation was asked for {@link #STALE_AFTER}
 * ago, everything is refused until the next one. So a lost notification, a hung database or a paused process stops the
 * doors instead of leaving them open.
 *
 * <p>All times are of one monotonic clock in nanoseconds, such as {@code System.nanoTime()}, and are taken <em>before</em>
 * the question is sent: what the database answers was true at some time after that.
 */
public final class EpochWatch {

    /** How often the epoch is asked for. */
    public static final Duration POLL_EVERY = Duration.ofMillis(200);

    /** How long an answer counts. With the write and its fsync it stays under the second that the law gives. */
    public static final Duration STALE_AFTER = Duration.ofMillis(800);

    private static final Standing UNKNOWN = new Standing.Unknown(Refusal.of(ErrorCode.CHAIN_STATE_UNKNOWN));

    private record Held(Standing.Current current, long confirmedAt) {}

    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    /** Takes over a snapshot that was read at {@code askedAtNanos}. An older one than the one held is ignored. */
    public void adopt(ChainSnapshot snapshot, long askedAtNanos) {
        held.accumulateAndGet(new Held(new Standing.Current(snapshot), askedAtNanos), EpochWatch::newer);
    }

    private static @Nullable Held newer(@Nullable Held now, @Nullable Held next) {
        if (now == null || next == null) {
            return now == null ? next : now;
        }
        long held = now.current.snapshot().epoch();
        long offered = next.current.snapshot().epoch();
        if (offered == held) {
            return later(now, next.confirmedAt);
        }
        return offered > held ? next : now;
    }

    private static Held later(Held now, long askedAtNanos) {
        return askedAtNanos - now.confirmedAt > 0 ? new Held(now.current, askedAtNanos) : now;
    }

    /**
     * The database said that this is the epoch.
     *
     * @return true when the snapshot held is of that epoch; false when another one must be read and adopted, and until
     *     then the one held counts no longer than before
     */
    public boolean confirm(long epoch, long askedAtNanos) {
        Held after = held.updateAndGet(
                now -> now == null || now.current.snapshot().epoch() != epoch ? now : later(now, askedAtNanos));
        return after != null && after.current.snapshot().epoch() == epoch;
    }

    /** What may be decided on at this time. */
    @Clause("R06A")
    public Standing standing(long nowNanos) {
        Held now = held.get();
        if (now == null) {
            return UNKNOWN;
        }
        boolean fresh = nowNanos - now.confirmedAt < STALE_AFTER.toNanos();
        return fresh || !Rules.on("R06A") ? now.current : UNKNOWN;
    }
}
