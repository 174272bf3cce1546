package cn.gongshu.postgres;

import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to folders here: made with exact permissions, deleted with all they hold, explained when it fails. */
final class Folders {

    private Folders() {}

    /** Makes the folder with these permissions if it is absent, whatever the umask; its parents as usual. */
    static void createPrivately(Path folder, String permissions) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException vanished) {
            throw vanished.getCause();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    static Fault fault(Path folder, IOException failed) {
        StartProblem problem =
                StartProblem.diskFull(failed.getMessage()) ? StartProblem.DISK_FULL : StartProblem.FOLDER_UNWRITABLE;
        return problem.because(failed, folder);
    }
}
