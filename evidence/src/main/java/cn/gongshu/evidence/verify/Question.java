package cn.gongshu.evidence.verify;

import org.jspecify.annotations.Nullable;

/**
 * What is to be proved together; at least one of the first three is there.
 *
 * @param log the log, or null
 * @param receipt JSON of a receipt, or null
 * @param checkpoint signed note of another checkpoint of the same log, or null
 * @param data JSON of the answer that the receipt is to open, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record Question(
        @Nullable LogSource log, byte @Nullable [] receipt, byte @Nullable [] checkpoint, byte @Nullable [] data) {

    /** Whether a log by itself holds. */
    public static Question of(LogSource log) {
        return new Question(log, null, null, null);
    }

    /** Whether a receipt by itself holds. */
    public static Question of(byte[] receipt) {
        return new Question(null, receipt, null, null);
    }
}
