package cn.gongshu.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one database, held by at most one living process. The lock is the operating system's, so it ends with
 * the process however that ends.
 */
final class DataFolder implements AutoCloseable {

    /** Closing any channel on a locked file frees the process's lock, so the same folder is never opened twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder if needed and holds it until closed. Root's folder may be entered by the account lent to the server. Refused with one sentence while someone else does.
     */
    static DataFolder hold(Path folder) {
        try {
            boolean entered = Owner.me() == Owner.ROOT;
            Folders.createPrivately(folder, entered ? "rwx--x--x" : "rwx------");
            Path root = folder.toRealPath();
            if (!HELD_HERE.add(root)) {
                throw StartProblem.FOLDER_IN_USE.fault(folder);
            }
            return lock(root);
        } catch (IOException failed) {
            throw Folders.fault(folder, failed);
        }
    }

    private static DataFolder lock(Path root) throws IOException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    root.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(root, channel);
            }
        } catch (IOException failed) {
            release(root, channel);
            throw failed;
        }
        release(root, channel);
        throw StartProblem.FOLDER_IN_USE.fault(root);
    }

    private static void release(Path root, @Nullable FileChannel channel) throws IOException {
        HELD_HERE.remove(root);
        if (channel != null) {
            channel.close();
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path configuration() {
        return root.resolve("conf");
    }

    /** A new random password, written where only this user reads it. */
    String createPassword(SecureRandom random) throws IOException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path file = root.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        return password;
    }

    String password() throws IOException {
        Path file = root.resolve("password");
        if (!Files.exists(file)) {
            throw StartProblem.PASSWORD_LOST.fault(root);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() {
        try {
            release(root, lock);
        } catch (IOException closing) {
            throw Folders.fault(root, closing);
        }
    }
}
