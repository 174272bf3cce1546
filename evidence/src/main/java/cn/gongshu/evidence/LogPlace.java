package cn.gongshu.evidence;

import java.nio.file.Path;

/**
 * Folder of a log. {@code checkpoint} and {@code tile/} are public; {@code journal/} and {@code tree/} are not.
 *
 * @param directory the folder
 */
public record LogPlace(Path directory) {

    /** Path of the published checkpoint below the log's address. */
    public static final String CHECKPOINT = "checkpoint";

    public Path journal() {
        return directory.resolve("journal");
    }

    public Path checkpoint() {
        return directory.resolve(CHECKPOINT);
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path tree() {
        return directory.resolve("tree");
    }

    Path hashes() {
        return tree().resolve("hashes");
    }

    Path mark() {
        return tree().resolve("mark");
    }
}
