package cn.gongshu.evidence;

import cn.gongshu.evidence.Frames.Frame;
import cn.gongshu.evidence.files.AppendFile;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The append-only file of entries, in segments. What {@link #append} returned from survives a power loss. One thread
 * appends; any number read.
 */
final class Journal implements Closeable {

    private final JournalPlace place;
    private final long segmentBytes;
    private final ConcurrentSkipListMap<Long, Segment> segments;
    private AppendFile file;
    private Segment.InMemory offsets;
    private long written;
    private volatile long size;

    /** The journal as {@link JournalRecovery} found and mended it. */
    Journal(JournalPlace place, long segmentBytes, JournalRecovery.Found found) {
        this.place = place;
        this.segmentBytes = segmentBytes;
        this.segments = found.segments();
        this.file = found.file();
        this.offsets = found.offsets();
        this.written = found.bytes();
        this.size = segments.lastEntry().getValue().end();
    }

    /** Number of entries that survive. */
    long size() {
        return size;
    }

    /** Writes and forces the group; its entries are numbered from {@link #size}. After an exception it is lost. */
    void append(JournalGroup group) throws IOException {
        long end = size;
        if (offsets.count() > 0 && written + group.bytes() > segmentBytes) {
            rotate();
        }
        int bytes = group.bytes();
        file.write(group.frames());
        file.force();
        long at = written;
        for (Recorded recorded : group.entries()) {
            offsets.add((int) at);
            at += Frames.bytes(recorded);
        }
        written += bytes;
        size = end + group.entries().size();
    }

    private void rotate() throws IOException {
        Segment closing = segments.lastEntry().getValue();
        segments.put(closing.first(), place.close(closing.first(), offsets));
        file.close();
        offsets = new Segment.InMemory();
        file = place.begin(size);
        written = Frames.SEGMENT_HEAD;
        segments.put(size, new Segment(size, SegmentName.data(place.directory(), size), offsets));
    }

    /** Reads one entry; {@code index} is below {@link #size}. */
    Recorded read(long index) throws IOException {
        return segment(index).read(place.files(), index);
    }

    private Segment segment(long index) {
        Map.Entry<Long, Segment> holding = segments.floorEntry(index);
        if (index < 0 || index >= size || holding == null) {
            throw new IllegalArgumentException("no entry " + index + " among " + size);
        }
        return holding.getValue();
    }

    /** Shows the entries [from, end) in order. */
    void replay(long from, long end, EntryVisitor visitor) throws IOException {
        FileLayer files = place.files();
        for (long index = from; index < end; ) {
            Segment segment = segment(index);
            long until = Math.min(end, segment.end());
            try (ReadFile data = files.read(segment.data())) {
                int start = segment.offsets().get(index - segment.first());
                SegmentReader reader = new SegmentReader(data, index, start, data.size());
                for (; index < until; index++) {
                    Frame frame = reader.next();
                    if (frame == null) {
                        throw segment.damaged(reader.position(), null);
                    }
                    visitor.visit(frame.recorded());
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
