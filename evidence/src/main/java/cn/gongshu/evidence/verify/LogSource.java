package cn.gongshu.evidence.verify;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Where the public files of a log are read from. */
public interface LogSource {

    /** Longest public file: a whole tile. Checkpoints are shorter. */
    int MAX_BYTES = 8192;

    /**
     * The file at a path below the log's address, or null if there is none.
     *
     * @throws IOException if it cannot be read or is longer than any public file
     */
    byte @Nullable [] read(String path) throws IOException;

    /** Folder of the journal if it can be read here, or null. */
    default @Nullable Path journal() {
        return null;
    }

    /** A folder, or an address that begins with {@code http://} or {@code https://}. */
    static LogSource of(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new HttpSource(URI.create(place.endsWith("/") ? place : place + "/"))
                : new DirectorySource(Path.of(place));
    }
}
