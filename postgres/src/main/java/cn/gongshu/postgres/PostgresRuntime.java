package cn.gongshu.postgres;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The unpacked program files of the server.
 *
 * @param home folder with bin, lib and share
 * @param version full version of the server, such as 18.6.0
 */
record PostgresRuntime(Path home, String version) {

    private static final String MARK = "unpacked-bytes";

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    /**
     * The server under {@code folder}, unpacked when absent or damaged: beside, then renamed. Several processes may ask
     * at once; one unpacks and the others wait.
     */
    static synchronized PostgresRuntime under(Path folder) {
        String version = packedVersion();
        String machine = Objects.requireNonNull(System.getProperty("os.name")) + " "
                + Objects.requireNonNull(System.getProperty("os.arch"));
        try (InputStream archive = archive(machine)) {
            Folders.createPrivately(folder, "rwxr-xr-x");
            if (!RuntimeFolder.safe(folder)) {
                throw StartProblem.FOLDER_UNWRITABLE.fault(folder);
            }
            String name =
                    "postgresql-" + version + "-" + machine.replace(' ', '-').toLowerCase(Locale.ROOT);
            Path home = folder.toRealPath().resolve(name);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!whole(home)) {
                    unpack(archive, home);
                }
            }
            return new PostgresRuntime(home, version);
        } catch (IOException failed) {
            throw Folders.fault(folder, failed);
        }
    }

    private static InputStream archive(String machine) {
        String packed = switch (machine) {
            case "Linux amd64" -> "/postgres-linux-x86_64.txz";
            case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
            default -> throw StartProblem.NO_BINARIES.fault(machine);
        };
        return found(PostgresRuntime.class.getResourceAsStream(packed), machine);
    }

    static InputStream found(@Nullable InputStream archive, String machine) {
        if (archive == null) {
            throw StartProblem.NO_BINARIES.fault(machine);
        }
        return archive;
    }

    private static String packedVersion() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(PostgresRuntime.class.getResourceAsStream("runtime.properties"))) {
            properties.load(in);
        } catch (IOException broken) {
            throw StartProblem.FAILED.because(broken, "runtime.properties", "-");
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }

    private static void unpack(InputStream archive, Path home) throws IOException {
        Path beside = home.resolveSibling(".unpacking");
        Folders.delete(beside);
        Folders.createPrivately(beside, "rwxr-xr-x");
        extract(archive, beside);
        Files.writeString(beside.resolve(MARK), Long.toString(bytes(beside)));
        Folders.delete(home);
        Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        Files.createDirectories(entry.isDirectory() ? path : Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
        }
        if (!entry.isSymbolicLink()) {
            boolean executable = entry.isDirectory() || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Power loss or a cleaner of temporary files may leave a folder with holes; its size tells. */
    private static boolean whole(Path home) throws IOException {
        Path mark = home.resolve(MARK);
        return Files.exists(mark)
                && Files.readString(mark).strip().equals(Long.toString(bytes(home) - Files.size(mark)));
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(PostgresRuntime::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            throw StartProblem.FOLDER_UNWRITABLE.because(vanished, file);
        }
    }
}
