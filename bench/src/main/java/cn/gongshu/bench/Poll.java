package cn.gongshu.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what happens elsewhere. */
public final class Poll {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Poll() {}

    /** Asks until it is so, and says whether it was within the limit. */
    public static boolean until(BooleanSupplier so, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
