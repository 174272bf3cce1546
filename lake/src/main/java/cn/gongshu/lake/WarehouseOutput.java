package cn.gongshu.lake;

import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A file of the warehouse to be written. It is forced to disk when closed: a commit may name it right afterwards. */
record WarehouseOutput(String location, Path path) implements OutputFile {

    @Override
    public PositionOutputStream create() {
        return open(StandardOpenOption.CREATE_NEW);
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
        return open(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private PositionOutputStream open(OpenOption... how) {
        try {
            WarehouseFolders.make(folder());
            OpenOption[] options = new OpenOption[how.length + 1];
            System.arraycopy(how, 0, options, 1, how.length);
            options[0] = StandardOpenOption.WRITE;
            return new ForcedStream(FileChannel.open(path, options), folder());
        } catch (FileAlreadyExistsException e) {
            throw new AlreadyExistsException(e, "there is a file at %s", location);
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }

    /** Every file of the warehouse lies in a folder of it. */
    private Path folder() {
        return Objects.requireNonNull(path.getParent());
    }

    @Override
    public InputFile toInputFile() {
        return new WarehouseInput(location, path);
    }

    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Writes a channel and forces it, and the folder that names it, when closed. */
    private static final class ForcedStream extends PositionOutputStream {
        private final FileChannel channel;
        private final Path folder;
        /** Asked for after closing too, so it is counted here. */
        private long position;

        ForcedStream(FileChannel channel, Path folder) {
            this.channel = channel;
            this.folder = folder;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            position += length;
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
                force(folder);
            }
        }
    }
}
