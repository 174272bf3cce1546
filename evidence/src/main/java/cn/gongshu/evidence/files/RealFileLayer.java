package cn.gongshu.evidence.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The file system of this machine. */
final class RealFileLayer implements FileLayer {

    @Override
    public AppendFile append(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(channel.size());
        return new RealAppendFile(channel);
    }

    @Override
    public ReadFile read(Path file) throws IOException {
        return new RealReadFile(new RandomAccessFile(file.toFile(), "r"));
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            paths.forEach(path -> names.add(nameOf(path)));
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        Files.createDirectories(directory);
        forceName(directory);
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(nameOf(file) + ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void forceName(Path file) throws IOException {
        forceNames(List.of(file));
    }

    @Override
    public void forceNames(Collection<Path> files) throws IOException {
        Set<Path> directories = new HashSet<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                force(file, StandardOpenOption.WRITE);
            }
            directories.add(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory"));
        }
        for (Path directory : directories) {
            force(directory, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException here) {
            channel.close();
            throw new IOException(file + " is open in this process already", here);
        }
        channel.close();
        throw new IOException(file + " is open in another process");
    }

    private static String nameOf(Path path) {
        return Objects.requireNonNull(path.getFileName(), "a file has a name").toString();
    }

    /** Only its one writer uses the channel, and nobody interrupts that writer. */
    private record RealAppendFile(FileChannel channel) implements AppendFile {

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
            channel.position(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Not a FileChannel: an interrupt during its read would close it under every other reader. */
    private record RealReadFile(RandomAccessFile file) implements ReadFile {

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            synchronized (file) {
                file.seek(position);
                return Math.max(0, file.read(into, offset, length));
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
