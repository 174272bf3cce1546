package cn.gongshu.city;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

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

    /** What lies in these is rows, keys, blinded entries: no other account of the machine enters them. */
    private static final List<String> OWNER_ONLY = List.of("lake", "temporary", "log", "keys");

    private static final String ENTERED_BY_OWNER = "rwx------";

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

    /**
     * Makes the folders of rows, keys and log so that only their owner enters them, and closes those that were made or
     * copied wider. The root itself stays as it is: PostgreSQL's own account passes through it.
     */
    public static void closeToOthers(Path root) {
        try {
            Files.createDirectories(root);
            for (String name : OWNER_ONLY) {
                close(root.resolve(name));
            }
        } catch (IOException e) {
            throw new Sentence(
                    2, "无法把数据文件夹 " + root + " 设为仅本账号可进入。", "Folder " + root + " cannot be closed to other accounts.");
        }
    }

    private static void close(Path folder) throws IOException {
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString(ENTERED_BY_OWNER);
        if (Files.exists(folder)) {
            Files.setPosixFilePermissions(folder, mode);
        } else {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mode));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
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
            throw new UncheckedIOException(e);
        }
    }
}
