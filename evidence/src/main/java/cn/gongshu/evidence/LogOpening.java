package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.GrowingTree;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.Proofs;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Brings hash file and tree up to the journal, and holds the journal against what the log has already said in public. */
final class LogOpening {

    private static final int CHUNK = 1024;

    private final LogConfig config;
    private final Promised promised;
    private final Journal journal;
    private final HashFile hashes;

    LogOpening(LogConfig config, Promised promised, Journal journal, HashFile hashes) {
        this.config = config;
        this.promised = promised;
        this.journal = journal;
        this.hashes = hashes;
    }

    /** The mark if the derived files really reach it, otherwise none. */
    Mark usableMark() throws IOException {
        Mark mark = promised.mark();
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
        Checkpoint published = promised.published();
        if (published != null && !Proofs.root(hashes, published.size()).equals(published.root())) {
            throw new Fault(
                    ErrorCode.LOG_DAMAGED,
                    "the first " + published.size()
                            + " entries of the journal are not those of the published checkpoint");
        }
    }

    /** Machine time of the last entry, or the beginning of time. */
    Instant lastTime() throws IOException {
        return journal.size() == 0
                ? Instant.EPOCH
                : journal.read(journal.size() - 1).entry().head().machineTime();
    }
}
