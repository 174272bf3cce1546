package cn.gongshu.city;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder everything of one installation lies in; held by one process at a time.
 *
 * @param root the folder
 * @param lock held as long as the process runs
 */
public record DataFolder(Path root, FileLock lock) implements AutoCloseable {

    /** Name of the file whose lock says that the folder is in use. */
    public static final String LOCK = "in-use.lock";

    private static final String UNFINISHED = "restore-unfinished";

    /** Makes the folder if need be and takes hold of it; one sentence if it cannot be written or is in use. */
    public static DataFolder hold(Path path) {
        Path root = path.toAbsolutePath().normalize();
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new Sentence(2, path + " 是文件，不是文件夹。", path + " is a file, not a folder.");
        }
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Sentence(
                        2, "数据文件夹 " + path + " 正被另一个进程使用。", "Folder " + path + " is in use by another process.");
            }
            if (Files.exists(root.resolve(UNFINISHED))) {
                channel.close();
                throw new Sentence(
                        2,
                        "数据文件夹 " + path + " 的恢复没有完成，请清空后重新恢复。",
                        "The restore into folder " + path + " was not finished: empty it and restore again.");
            }
            return new DataFolder(root, lock);
        } catch (IOException e) {
            throw new Sentence(2, "数据文件夹 " + path + " 不可写。", "Folder " + path + " cannot be written.");
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** Marks that the folder is being filled: nobody can hold it until {@link #finished}. */
    public void unfinished() throws IOException {
        Files.createFile(resolve(UNFINISHED));
        forceNames();
    }

    /** Marks that the folder is whole. */
    public void finished() throws IOException {
        Files.delete(resolve(UNFINISHED));
        forceNames();
    }

    private void forceNames() throws IOException {
        try (FileChannel names = FileChannel.open(root, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
