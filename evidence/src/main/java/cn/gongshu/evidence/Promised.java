package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the log said before it was opened: a journal that has less was cut.
 *
 * @param mark up to where derived files were forced
 * @param published the published checkpoint, or null if there is none that a crash left whole
 */
record Promised(Mark mark, @Nullable Checkpoint published) {

    private static final int MAX_NOTE = 1 << 16;

    static Promised read(LogConfig config, LogPlace place) throws IOException {
        Checkpoint published = published(config.files(), place.checkpoint());
        if (published != null && !published.signedBy(config.signer().verifierKey())) {
            throw new Fault(ErrorCode.LOG_DAMAGED, "the published checkpoint is not signed by the key of this log");
        }
        return new Promised(Mark.read(config.files(), place.mark()), published);
    }

    private static @Nullable Checkpoint published(FileLayer files, Path path) throws IOException {
        if (!files.exists(path)) {
            return null;
        }
        try (ReadFile file = files.read(path)) {
            byte[] note = file.exactly(0, (int) Math.min(file.size(), MAX_NOTE));
            return Checkpoint.parse(new String(note, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException torn) {
            return null;
        }
    }

    /** Number of entries that must be there. */
    long size() {
        return Math.max(mark.size(), published == null ? 0 : published.size());
    }

    /** Says that a journal of {@code found} entries has too few, if so. */
    void hold(long found) {
        if (found < size()) {
            throw new Fault(
                    ErrorCode.LOG_DAMAGED,
                    "the journal ends after " + found + " entries, but " + size() + " were published: it was cut");
        }
    }
}
