package cn.gongshu.evidence.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Files follow receipts by a fraction of a second, so a log that seems too short is looked at again before it is called
 * cut.
 *
 * @param looks how often at most
 * @param pause between two looks
 */
public record LagPatience(int looks, Duration pause) {

    /** Two seconds, ten times the usual lag. */
    public static final LagPatience USUAL = new LagPatience(8, Duration.ofMillis(300));

    /** None: for logs that no process writes. */
    public static final LagPatience NONE = new LagPatience(1, Duration.ZERO);

    @FunctionalInterface
    interface Look {
        LogCheck now() throws IOException;
    }

    LogCheck await(Look look, long size) throws IOException {
        LogCheck log = look.now();
        for (int i = 1; i < looks && log.checkpoint().size() < size; i++) {
            LockSupport.parkNanos(pause.toNanos());
            log = look.now();
        }
        return log;
    }
}
