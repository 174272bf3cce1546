package cn.gongshu.evidence;

import cn.gongshu.evidence.Frames.Frame;
import cn.gongshu.evidence.files.AppendFile;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Opens a journal as a crash may have left it. Only the last group can be torn, because a group is written after the one
 * before was forced: from its first bad frame on it is cut. A bad frame with a later group behind it is damage, a
 * {@link Fault} that names segment and byte. Closed segments are checked at their ends; every frame is checked when read.
 */
final class JournalRecovery {

    private final JournalPlace place;
    private final FileLayer files;
    private final Promised promised;

    JournalRecovery(JournalPlace place, Promised promised) {
        this.place = place;
        this.files = place.files();
        this.promised = promised;
    }

    /**
     * A journal ready for appending.
     *
     * @param segments by their first index; the last is the one being written
     * @param file of the last segment
     * @param offsets of the last segment
     * @param bytes of the last segment
     * @param cut bytes of a torn group that were dropped
     */
    record Found(
            ConcurrentSkipListMap<Long, Segment> segments,
            AppendFile file,
            Segment.InMemory offsets,
            long bytes,
            long cut) {}

    Found open() throws IOException {
        files.createDirectories(place.directory());
        List<Long> firsts = new ArrayList<>(SegmentName.firsts(files, place.directory()));
        if (!firsts.isEmpty() && unbegun(firsts.getLast())) {
            files.delete(SegmentName.data(place.directory(), firsts.removeLast()));
        }
        if (firsts.isEmpty()) {
            promised.hold(0);
            return begin();
        }
        if (firsts.getFirst() != 0) {
            throw new Fault(ErrorCode.LOG_DAMAGED, "the journal begins at entry " + firsts.getFirst() + ", not 0");
        }
        ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
        for (int i = 0; i + 1 < firsts.size(); i++) {
            segments.put(firsts.get(i), closed(firsts.get(i), firsts.get(i + 1)));
        }
        return last(firsts.getLast(), segments);
    }

    private Found begin() throws IOException {
        AppendFile file = place.begin(0);
        Segment.InMemory offsets = new Segment.InMemory();
        ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
        segments.put(0L, new Segment(0, SegmentName.data(place.directory(), 0), offsets));
        return new Found(segments, file, offsets, Frames.SEGMENT_HEAD, 0);
    }

    /** Whether a crash left the last segment before its head was complete: then it holds nothing. */
    private boolean unbegun(long first) throws IOException {
        Path data = SegmentName.data(place.directory(), first);
        try (ReadFile file = files.read(data)) {
            if (headFits(file, first)) {
                return false;
            }
            if (file.size() > Frames.SEGMENT_HEAD && new SegmentReader(file, 0, 0, file.size()).groupFollows()) {
                throw Segment.damaged(data, 0, null);
            }
            return true;
        }
    }

    private boolean headFits(ReadFile file, long first) throws IOException {
        return file.size() >= Frames.SEGMENT_HEAD
                && Frames.isSegmentHead(file.exactly(0, Frames.SEGMENT_HEAD), first, place.origin());
    }

    private Segment closed(long first, long next) throws IOException {
        Path data = SegmentName.data(place.directory(), first);
        Path kept = SegmentName.offsets(place.directory(), first);
        Segment segment = new Segment(first, data, new Segment.OnDisk(files, kept, next - first));
        try (ReadFile file = files.read(data)) {
            if (!headFits(file, first)) {
                throw Segment.damaged(data, 0, null);
            }
            return offsetsFit(segment, file) ? segment : reindexed(segment, file);
        }
    }

    private boolean offsetsFit(Segment segment, ReadFile data) throws IOException {
        Path kept = SegmentName.offsets(place.directory(), segment.first());
        long count = segment.offsets().count();
        if (!files.exists(kept)) {
            return false;
        }
        try (ReadFile offsets = files.read(kept)) {
            if (offsets.size() != count * Integer.BYTES) {
                return false;
            }
        }
        int last = segment.offsets().get(count - 1);
        if (last < Frames.SEGMENT_HEAD || last >= data.size()) {
            return false;
        }
        SegmentReader reader = new SegmentReader(data, segment.end() - 1, last, data.size());
        return reader.next() != null && !reader.broken();
    }

    private Segment reindexed(Segment segment, ReadFile data) throws IOException {
        Segment.InMemory offsets = new Segment.InMemory();
        SegmentReader reader = scan(data, segment.first(), offsets);
        if (reader.broken() || offsets.count() != segment.offsets().count()) {
            throw segment.damaged(reader.position(), null);
        }
        return place.close(segment.first(), offsets);
    }

    private Found last(long first, ConcurrentSkipListMap<Long, Segment> segments) throws IOException {
        Path data = SegmentName.data(place.directory(), first);
        Segment.InMemory offsets = new Segment.InMemory();
        long good;
        long size;
        try (ReadFile file = files.read(data)) {
            SegmentReader reader = scan(file, first, offsets);
            good = reader.position();
            size = file.size();
            if (reader.broken() && reader.groupFollows()) {
                throw Segment.damaged(data, good, null);
            }
            promised.hold(first + offsets.count()); // before anything is cut
        } catch (EOFException shorter) {
            throw Segment.damaged(data, 0, shorter);
        }
        AppendFile file = files.append(data);
        file.truncate(good);
        // Whole frames may still be only in memory if just the process died; from here on they are promised.
        file.force();
        files.forceName(data);
        segments.put(first, new Segment(first, data, offsets));
        return new Found(segments, file, offsets, good, size - good);
    }

    private static SegmentReader scan(ReadFile file, long first, Segment.InMemory offsets) throws IOException {
        SegmentReader reader = new SegmentReader(file, first, Frames.SEGMENT_HEAD, file.size());
        long offset = reader.position();
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            offsets.add((int) offset);
            offset = reader.position();
        }
        return reader;
    }
}
