package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.GrowingTree;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.Proofs;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Brings hash file and tree up to the journal, and holds the journal against what the log has already said in public. */
final class LogOpening {

    private static final int CHUNK = 1024;

    private final LogConfig config;
    private final FileLayer files;
    private final LogPlace place;
    private final Journal journal;
    private final HashFile hashes;

    LogOpening(LogConfig config, LogPlace place, Journal journal, HashFile hashes) {
        this.config = config;
        this.files = config.files();
        this.place = place;
        this.journal = journal;
        this.hashes = hashes;
    }

    /** The mark if the derived files really reach it, otherwise none. */
    Mark usableMark() throws IOException {
        Mark mark = Mark.read(files, place.mark());
        if (mark.size() > journal.size()) {
            throw cut("forced files hold", mark.size());
        }
        boolean usable =
                hashes.reaches(mark.size()) && Proofs.root(hashes, mark.size()).equals(mark.root());
        return usable ? mark : Mark.none();
    }

    /** The tree over the whole journal; re-reads it from the mark on. */
    GrowingTree tree(Mark mark) throws IOException {
        hashes.cut(mark.size());
        GrowingTree tree = GrowingTree.resume(2 * config.limits().groupEntries(), mark.size(), hashes);
        Hasher hasher = new Hasher();
        List<Recorded> chunk = new ArrayList<>(CHUNK);
        while (tree.size() < journal.size()) {
            chunk.clear();
            long end = Math.min(tree.size() + CHUNK, journal.size());
            journal.replay(tree.size(), end, chunk::add);
            Sealer.grow(tree, hashes, chunk, hasher);
        }
        return tree;
    }

    /** Refuses to go on from a journal that does not lead to the checkpoint last published. */
    void holdAgainstPublished() throws IOException {
        Checkpoint published = published();
        if (published == null) {
            return;
        }
        if (!published.signedBy(config.signer().verifierKey())) {
            throw new Fault(ErrorCode.STORAGE, "the published checkpoint is not signed by the key of this log");
        }
        if (published.size() > journal.size()) {
            throw cut("the published checkpoint has", published.size());
        }
        Hash root = Proofs.root(hashes, published.size());
        if (!root.equals(published.root())) {
            throw new Fault(
                    ErrorCode.STORAGE,
                    "the first " + published.size()
                            + " entries of the journal are not those of the published checkpoint");
        }
    }

    /** The checkpoint file, or null if there is none or a crash left it torn: it is derived and made again. */
    private @Nullable Checkpoint published() throws IOException {
        if (!files.exists(place.checkpoint())) {
            return null;
        }
        try (ReadFile file = files.read(place.checkpoint())) {
            byte[] note = file.exactly(0, (int) Math.min(file.size(), 1 << 16));
            return Checkpoint.parse(new String(note, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException torn) {
            return null;
        }
    }

    private Fault cut(String who, long size) {
        return new Fault(
                ErrorCode.STORAGE,
                "the journal ends after " + journal.size() + " entries, but " + who + " " + size + ": it was cut");
    }

    /** Machine time of the last entry, or the beginning of time. */
    Instant lastTime() throws IOException {
        return journal.size() == 0
                ? Instant.EPOCH
                : journal.read(journal.size() - 1).entry().head().machineTime();
    }
}
