package cn.gongshu.evidence;

import cn.gongshu.evidence.Frames.Frame;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of a journal that may belong to a running process or have been copied from one; changes nothing. */
public final class JournalFiles {

    private JournalFiles() {}

    /**
     * Shows all entries in order and returns how many there are. Bytes after the last whole frame of the last segment are
     * passed over: they may be in the middle of being written.
     *
     * @throws cn.gongshu.kernel.Fault naming segment and byte where a segment is damaged, missing or of another log
     */
    public static long read(Path directory, String origin, EntryVisitor visitor) throws IOException {
        FileLayer files = FileLayer.real();
        List<Long> firsts = SegmentName.firsts(files, directory);
        long next = 0;
        for (int i = 0; i < firsts.size(); i++) {
            long first = firsts.get(i);
            boolean last = i + 1 == firsts.size();
            try (ReadFile file = files.read(SegmentName.data(directory, first))) {
                if (last && file.size() < Frames.SEGMENT_HEAD) {
                    return next; // being begun
                }
                if (first != next
                        || file.size() < Frames.SEGMENT_HEAD
                        || !Frames.isSegmentHead(file.exactly(0, Frames.SEGMENT_HEAD), first, origin)) {
                    throw Segment.damaged(SegmentName.data(directory, first), 0, null);
                }
                next = frames(file, next, last, visitor, SegmentName.data(directory, first));
            }
        }
        return next;
    }

    private static long frames(ReadFile file, long from, boolean last, EntryVisitor visitor, Path data)
            throws IOException {
        SegmentReader reader = new SegmentReader(file, from, Frames.SEGMENT_HEAD, file.size());
        long next = from;
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            visitor.visit(frame.recorded());
            next++;
        }
        if (reader.broken() && (!last || reader.groupFollows())) {
            throw Segment.damaged(data, reader.position(), null);
        }
        return next;
    }
}
