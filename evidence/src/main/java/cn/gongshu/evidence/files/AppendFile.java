package cn.gongshu.evidence.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file open for appending by one thread. */
public interface AppendFile extends Closeable {

    /** Bytes in the file, unforced ones included. */
    long size() throws IOException;

    /** Appends all remaining bytes; they survive a power loss only after {@link #force}. */
    void write(ByteBuffer bytes) throws IOException;

    /** Makes everything written so far survive (fdatasync). After an exception nothing is known and the file is lost. */
    void force() throws IOException;

    /** Cuts the file to {@code size} bytes. */
    void truncate(long size) throws IOException;
}
