package cn.gongshu.evidence;

import cn.gongshu.evidence.Frames.Frame;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A part of the journal for reading: a file of frames and where each frame begins.
 *
 * @param first index of its first entry
 * @param data file of frames
 * @param offsets where each frame begins, from the file's first byte
 */
record Segment(long first, Path data, Offsets offsets) {

    /** Where frames begin. */
    sealed interface Offsets permits InMemory, OnDisk {

        long count();

        int get(long position) throws IOException;
    }

    /** Offsets of the segment being written; readers may look while its writer adds. */
    static final class InMemory implements Offsets {

        private int[] values = new int[256];
        private int count;

        synchronized void add(int offset) {
            if (count == values.length) {
                values = java.util.Arrays.copyOf(values, count * 2);
            }
            values[count++] = offset;
        }

        @Override
        public synchronized long count() {
            return count;
        }

        @Override
        public synchronized int get(long position) {
            return values[(int) position];
        }

        synchronized byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(count * Integer.BYTES);
            bytes.asIntBuffer().put(values, 0, count);
            return bytes.array();
        }
    }

    /** Offsets of a closed segment. */
    record OnDisk(FileLayer files, Path file, long count) implements Offsets {

        @Override
        public int get(long position) throws IOException {
            try (ReadFile open = files.read(file)) {
                return ByteBuffer.wrap(open.exactly(position * Integer.BYTES, Integer.BYTES))
                        .getInt();
            }
        }
    }

    /** Index after its last entry. */
    long end() {
        return first + offsets.count();
    }

    /** Reads one entry of it. */
    Recorded read(FileLayer files, long index) throws IOException {
        int offset = offsets.get(index - first);
        try (ReadFile file = files.read(data)) {
            Frame frame = new SegmentReader(file, index, offset, file.size()).next();
            if (frame == null) {
                throw damaged(offset, null);
            }
            return frame.recorded();
        }
    }

    Fault damaged(long offset, @Nullable Throwable cause) {
        return damaged(data, offset, cause);
    }

    static Fault damaged(Path data, long offset, @Nullable Throwable cause) {
        return new Fault(
                ErrorCode.LOG_DAMAGED,
                "journal segment " + data.getFileName() + " is damaged at byte " + offset,
                cause);
    }
}
