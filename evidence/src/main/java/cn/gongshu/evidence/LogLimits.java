package cn.gongshu.evidence;

import java.time.Duration;

/**
 * The limits of one log.
 *
 * @param queueEntries drafts waiting for the writer; the next is refused as OVERLOADED
 * @param entryBytes longest entry; a longer one is refused as BODY_TOO_LARGE
 * @param groupEntries entries written and forced together at most
 * @param segmentBytes size at which the journal begins another file
 * @param publishEvery shortest time between two publications of checkpoint and tiles
 * @param markEvery entries after which the derived files are forced, so that a restart re-reads no more of the journal
 */
public record LogLimits(
        int queueEntries, int entryBytes, int groupEntries, long segmentBytes, Duration publishEvery, int markEvery) {

    /** 4,096 waiting, 256 KiB an entry, groups of 1,024, 64 MiB a segment, five publications a second. */
    public static final LogLimits USUAL =
            new LogLimits(4096, 256 << 10, 1024, 64L << 20, Duration.ofMillis(200), 1 << 16);

    public LogLimits {
        if (queueEntries < 1 || groupEntries < 1 || markEvery < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        if (entryBytes < 1 || entryBytes > Entry.READABLE.maxBytes()) {
            throw new IllegalArgumentException("an entry has at most " + Entry.READABLE.maxBytes() + " bytes");
        }
        if (segmentBytes < 1 || segmentBytes > 1L << 30) {
            throw new IllegalArgumentException("a segment has at most 1 GiB");
        }
    }

    public LogLimits withQueueEntries(int entries) {
        return new LogLimits(entries, entryBytes, groupEntries, segmentBytes, publishEvery, markEvery);
    }

    public LogLimits withEntryBytes(int bytes) {
        return new LogLimits(queueEntries, bytes, groupEntries, segmentBytes, publishEvery, markEvery);
    }

    public LogLimits withGroupEntries(int entries) {
        return new LogLimits(queueEntries, entryBytes, entries, segmentBytes, publishEvery, markEvery);
    }

    public LogLimits withSegmentBytes(long bytes) {
        return new LogLimits(queueEntries, entryBytes, groupEntries, bytes, publishEvery, markEvery);
    }

    public LogLimits withMarkEvery(int entries) {
        return new LogLimits(queueEntries, entryBytes, groupEntries, segmentBytes, publishEvery, entries);
    }
}
