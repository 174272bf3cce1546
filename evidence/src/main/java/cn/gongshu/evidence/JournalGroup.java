package cn.gongshu.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entries that are written and forced together. Bounded: about one MiB of frames, or a single longer one. */
final class JournalGroup {

    private static final int BYTES = 1 << 20;

    private final List<Recorded> entries = new ArrayList<>();
    private final ByteBuffer frames;
    private final int maxEntries;

    JournalGroup(LogLimits limits) {
        int longest = Frames.FRAME_HEAD + 1 + Salt.BYTES + Blind.BYTES + limits.entryBytes();
        this.frames = ByteBuffer.allocateDirect(BYTES + longest);
        this.maxEntries = limits.groupEntries();
    }

    void add(Recorded recorded) {
        Frames.put(frames, recorded, entries.isEmpty());
        entries.add(recorded);
    }

    boolean full() {
        return entries.size() >= maxEntries || frames.position() >= BYTES;
    }

    List<Recorded> entries() {
        return entries;
    }

    int bytes() {
        return frames.position();
    }

    /** The frames, ready to be written once. */
    ByteBuffer frames() {
        return frames.flip();
    }

    void clear() {
        entries.clear();
        frames.clear();
    }
}
