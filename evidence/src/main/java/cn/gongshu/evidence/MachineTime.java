package cn.gongshu.evidence;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Machine time that never goes back (I11). The greatest time seen is kept across restarts in the entries themselves. A
 * clock up to {@link #TOLERANCE} behind it is taken as that greatest time; further behind, doors refuse until it has caught
 * up. Millisecond steps; for any number of threads.
 */
public final class MachineTime {

    /** How far the clock may be behind before doors refuse. */
    public static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final AtomicLong greatest;

    /** @param seen the greatest time known, such as that of the last entry of a log */
    public MachineTime(Clock clock, Instant seen) {
        this.clock = clock;
        this.greatest = new AtomicLong(seen.toEpochMilli());
    }

    /** The time now, or CLOCK_WENT_BACK with the seconds missing. */
    public Outcome<Instant> now() {
        Reading reading = reading();
        return reading.wentBack() ? Outcome.refused(reading.refusal()) : Outcome.done(reading.stamp());
    }

    Reading reading() {
        long now = clock.millis();
        long latest = greatest.accumulateAndGet(now, Math::max);
        return new Reading(Instant.ofEpochMilli(latest), latest - now);
    }

    /**
     * One look at the clock.
     *
     * @param stamp the greatest time seen, this look included
     * @param behind how many milliseconds the clock is behind it
     */
    record Reading(Instant stamp, long behind) {

        boolean wentBack() {
            return behind > TOLERANCE.toMillis();
        }

        Refusal refusal() {
            long seconds = (behind + 999) / 1000;
            return Refusal.of(ErrorCode.CLOCK_WENT_BACK, Map.of("seconds", Long.toString(seconds)));
        }
    }
}
