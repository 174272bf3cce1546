package cn.gongshu.platform.http;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** A secret in a file that only its owner can read: there whole or not at all, also after a power loss. */
public final class SecretFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private SecretFile() {}

    /**
     * The file's text; made by {@code fresh} when there is no such file yet.
     *
     * <p>Fault: {@code STORAGE} when the file is there and empty. A new secret in its place would not open what the old
     * one closed.
     */
    public static String readOrMake(Path file, Supplier<String> fresh) {
        try {
            if (!Files.exists(file)) {
                put(file, fresh.get().getBytes(StandardCharsets.UTF_8));
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new Fault(
                        ErrorCode.STORAGE,
                        "密钥文件 " + file.getFileName()
                                + " 是空的，请由备份恢复 the secret file is empty, restore it from a backup");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file in place of the one that may be there; on disk, name and bytes, when this returns. */
    public static void put(Path file, byte[] secret) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        boolean folderMade = !Files.exists(folder);
        Files.createDirectories(folder, FOLDER_OWNER_ONLY);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(secret);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        if (folderMade) {
            force(Objects.requireNonNull(folder.getParent()));
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
