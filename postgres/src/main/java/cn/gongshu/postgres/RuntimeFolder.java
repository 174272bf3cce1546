package cn.gongshu.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
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
        String user = Objects.requireNonNull(System.getProperty("user.name"));
        String named = System.getenv("GONGSHU_RUNTIME_DIR");
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(Objects.requireNonNull(System.getProperty("user.home")));
        Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        return Stream.of(
                        named == null ? null : Path.of(named),
                        user.equals("root") ? Path.of("/var/cache/gongshu") : null,
                        cache == null ? null : Path.of(cache).resolve("gongshu"),
                        home.resolve(".cache/gongshu"))
                .filter(RuntimeFolder::usable)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElse(temporary.resolve("gongshu-" + user));
    }

    private static boolean usable(@Nullable Path folder) {
        if (folder == null) {
            return false;
        }
        try {
            Files.createDirectories(folder);
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
        String user = Objects.requireNonNull(System.getProperty("user.name"));
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        return Files.getOwner(folder).getName().equals(user)
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
