package cn.gongshu.evidence.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;

/** A file open for reading by any number of threads; an interrupted reader does not close it for the others. */
public interface ReadFile extends Closeable {

    /** Bytes in the file now; it may be growing. */
    long size() throws IOException;

    /** Reads up to {@code length} bytes from {@code position}; returns how many, 0 at the end. */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /**
     * Exactly {@code length} bytes from {@code position}.
     *
     * @throws EOFException if the file ends before
     */
    default byte[] exactly(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            int now = read(position + read, bytes, read, length - read);
            if (now == 0) {
                throw new EOFException("file ends at byte " + (position + read));
            }
            read += now;
        }
        return bytes;
    }
}
