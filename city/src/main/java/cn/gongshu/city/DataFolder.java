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

    /** Makes the folder if need be and takes hold of it; one sentence if it cannot be written or is in use. */
    public static DataFolder hold(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Sentence(
                        2, "数据文件夹 " + path + " 正被另一个进程使用。", "Folder " + path + " is in use by another process.");
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

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
