package cn.gongshu.city;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a test may set wrong. */
public final class MovableClock extends Clock {

    private final AtomicReference<Duration> off;
    private final ZoneId zone;

    public MovableClock() {
        this(new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
    }

    private MovableClock(AtomicReference<Duration> off, ZoneId zone) {
        this.off = off;
        this.zone = zone;
    }

    /** From now on it is off by so much. */
    public void move(Duration wrong) {
        off.set(wrong);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(off, other);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off.get());
    }
}
