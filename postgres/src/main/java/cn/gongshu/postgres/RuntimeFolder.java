package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the folder where a machine's processes share the unpacked server. */
final class RuntimeFolder {

    private RuntimeFolder() {}

    /**
     * The first folder that can be written and that nobody else can: the system's cache for root (whose home other
     * accounts cannot enter), the user's cache, the temporary folder.
     */
    static Path shared() {
        int me = me();
        String cache = System.getenv("XDG_CACHE_HOME");
        return Stream.of(
                        Optional.ofNullable(System.getenv("GONGSHU_RUNTIME_DIR")),
                        me == Owner.ROOT ? Optional.of("/var/cache/gongshu") : Optional.<String>empty(),
                        Optional.ofNullable(cache).map(folder -> folder + "/gongshu"),
                        Optional.ofNullable(System.getProperty("user.home")).map(home -> home + "/.cache/gongshu"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(RuntimeFolder::usable)
                .findFirst()
                .orElseGet(
                        () -> Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")), "gongshu-" + me));
    }

    private static int me() {
        try {
            return Owner.me();
        } catch (IOException noProc) {
            throw StartProblem.NO_BINARIES.because(noProc, System.getProperty("os.name"));
        }
    }

    private static boolean usable(Path folder) {
        if (!folder.isAbsolute()) {
            return false;
        }
        try {
            Folders.createPrivately(folder, "rwxr-xr-x");
            return Files.isWritable(folder) && safe(folder);
        } catch (IOException unwritable) {
            return false;
        }
    }

    /**
     * True when only this user can have put something there; a program planted in a shared temporary folder must never
     * be run.
     */
    static boolean safe(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        return Owner.of(folder) == Owner.me()
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
