package cn.gongshu.evidence;

import cn.gongshu.evidence.files.AppendFile;
import cn.gongshu.evidence.files.FileLayer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a journal lives and whose it is.
 *
 * @param files the file layer
 * @param directory folder of the segments
 * @param origin the log's name, bound into every segment
 */
record JournalPlace(FileLayer files, Path directory, String origin) {

    /** Begins a segment; it survives, empty, before anything is written to it. */
    AppendFile begin(long first) throws IOException {
        Path data = SegmentName.data(directory, first);
        files.delete(data);
        AppendFile file = files.append(data);
        file.write(Frames.segmentHead(first, origin));
        file.force();
        files.forceName(data);
        return file;
    }

    /** Keeps the offsets of a segment that will not grow any more. */
    Segment close(long first, Segment.InMemory offsets) throws IOException {
        Path kept = SegmentName.offsets(directory, first);
        files.replace(kept, offsets.bytes());
        return new Segment(first, SegmentName.data(directory, first), new Segment.OnDisk(files, kept, offsets.count()));
    }
}
