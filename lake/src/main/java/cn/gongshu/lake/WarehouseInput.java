package cn.gongshu.lake;

import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the warehouse to be read. */
record WarehouseInput(String location, Path path) implements InputFile {

    @Override
    public long getLength() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public SeekableInputStream newStream() {
        try {
            return new ChannelStream(FileChannel.open(path, StandardOpenOption.READ));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    private RuntimeException unreadable(IOException e) {
        return e instanceof NoSuchFileException
                ? new NotFoundException(e, "no file at %s", location)
                : new RuntimeIOException(e);
    }

    /** Reads a channel from any position. */
    private static final class ChannelStream extends SeekableInputStream {
        private final FileChannel channel;

        ChannelStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
