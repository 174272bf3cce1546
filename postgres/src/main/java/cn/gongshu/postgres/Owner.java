package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Who owns files, by number: in a container an account need not have a name. */
final class Owner {

    static final int ROOT = 0;

    private static final String UID = "unix:uid";

    private Owner() {}

    /** The account this process runs under. */
    static int me() throws IOException {
        return of(Path.of("/proc/self"));
    }

    static int of(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, UID);
    }

    /** Gives the folder and all it holds to the account, unless the folder is its own already. */
    static void give(Path folder, int account) throws IOException {
        if (of(folder) == account) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, UID, account, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
