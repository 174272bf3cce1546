package cn.gongshu.city.keep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files that are on the disk, name and bytes, when the method returns. */
final class DurableFiles {

    private static final String OWNER_ONLY = "rw-------";
    private static final String FOLDER_OWNER_ONLY = "rwx------";

    private DurableFiles() {}

    /** How many bytes were written, and their hash. */
    record Written(long bytes, String sha256) {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a new file that only its owner reads. */
    static Written writeSecret(Path file, Content content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        return write(file, content);
    }

    /** Writes a new file. */
    static Written writeOrdinary(Path file, Content content) throws IOException {
        Files.createFile(file);
        return write(file, content);
    }

    private static Written write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE));
                Sha256 out = new Sha256(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
            return new Written(out.bytes(), out.hex());
        }
    }

    /** Puts a whole file in place: it is there with all its bytes or not at all. */
    static void putWhole(Path file, byte[] content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        writeSecret(whole, out -> out.write(content));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        forceNames(folderOf(file));
    }

    /** Size and hash of a file as it is now. */
    static Written measured(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Sha256 out = new Sha256(OutputStream.nullOutputStream())) {
            in.transferTo(out);
            return new Written(out.bytes(), out.hex());
        }
    }

    /** Makes the folder and its missing parents entered by their owner only. */
    static void makePrivately(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER_OWNER_ONLY)));
    }

    /** The folder a file lies in. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Makes the names in a folder survive a power loss. */
    static void forceNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
            channel.force(true);
        }
    }
}
