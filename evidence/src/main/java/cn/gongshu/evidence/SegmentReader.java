package cn.gongshu.evidence;

import cn.gongshu.evidence.Frames.Frame;
import cn.gongshu.evidence.files.ReadFile;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Reads the frames of one segment in order. Holds one window of the file: 256 KiB, more only for a longer frame. */
final class SegmentReader {

    private static final int WINDOW = 256 << 10;

    private final ReadFile file;
    private final long end;
    private long index;
    private long position;
    private byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowBytes;

    /**
     * Starts at the frame at byte {@code position}, which holds the entry {@code index}, and reads to byte {@code end}.
     */
    SegmentReader(ReadFile file, long index, long position, long end) {
        this.file = file;
        this.index = index;
        this.position = position;
        this.windowAt = position;
        this.end = end;
    }

    /** Byte after the last good frame: where the next begins, or where reading stopped. */
    long position() {
        return position;
    }

    /** The next frame; null at the end and where the bytes are no frame. {@link #broken} tells which. */
    @Nullable
    Frame next() throws IOException {
        if (end - position < Frames.FRAME_HEAD) {
            return null;
        }
        int length = Frames.bodyLength(window, at(Frames.FRAME_HEAD));
        if (length < 0 || end - position < Frames.FRAME_HEAD + length) {
            return null;
        }
        Frame frame = Frames.read(window, at(Frames.FRAME_HEAD + length), length, index);
        if (frame != null) {
            index++;
            position += Frames.FRAME_HEAD + length;
        }
        return frame;
    }

    /** Whether bytes are left that are no frame. */
    boolean broken() {
        return position < end;
    }

    /** Whether a later group begins somewhere behind the break: then what stands before it was forced once. */
    boolean groupFollows() throws IOException {
        byte[] rest = file.exactly(position, Math.toIntExact(end - position));
        for (int at = 1; at + Frames.FRAME_HEAD + Frames.MIN_BODY <= rest.length; at++) {
            int length = Frames.bodyLength(rest, at);
            if (length < 0 || at + Frames.FRAME_HEAD + length > rest.length) {
                continue;
            }
            Frame frame = Frames.read(rest, at, length, 0);
            if (frame != null && frame.opensGroup()) {
                return true;
            }
        }
        return false;
    }

    /** Place in the window of the bytes at {@link #position}, {@code length} of them at least. */
    private int at(int length) throws IOException {
        if (position + length > windowAt + windowBytes) {
            int wanted = (int) Math.min(Math.max(WINDOW, length), end - position);
            window = wanted > window.length ? new byte[wanted] : window;
            windowAt = position;
            windowBytes = 0;
            while (windowBytes < length) {
                int read = file.read(position + windowBytes, window, windowBytes, wanted - windowBytes);
                if (read == 0) {
                    throw new IOException("the segment became shorter while it was read");
                }
                windowBytes += read;
            }
        }
        return (int) (position - windowAt);
    }
}
