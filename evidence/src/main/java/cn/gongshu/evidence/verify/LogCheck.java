package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.JournalFiles;
import cn.gongshu.evidence.LogPlace;
import cn.gongshu.evidence.Recorded;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.Proofs;
import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** A log whose tiles lead to its checkpoint. */
final class LogCheck {

    private final Checkpoint checkpoint;
    private final TiledTree tree;

    private LogCheck(LogSource source, Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.tree = new TiledTree(source, checkpoint.size());
    }

    /** Reads the published checkpoint and proves every tile under it. */
    static LogCheck prove(LogSource source, VerifierKey key) throws IOException {
        byte[] note = source.read(LogPlace.CHECKPOINT);
        String text = note == null ? "" : new String(note, StandardCharsets.UTF_8);
        if (!CheckpointCheck.resembles(text, key)) {
            throw new NotReadable(
                    "该处没有日志的检查点：--log 须指向日志本身，如 http://127.0.0.1:8080/log/city 或 data/log/city",
                    "no checkpoint of a log is there: --log names the log itself, such as"
                            + " http://127.0.0.1:8080/log/city or data/log/city");
        }
        LogCheck log = new LogCheck(source, CheckpointCheck.prove(text, key));
        log.tree.checkTiles();
        if (!log.rootAt(log.checkpoint.size()).equals(log.checkpoint.root())) {
            throw new NotProven("瓦片得不出检查点的根", "the tiles do not lead to the root of the checkpoint");
        }
        return log;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    private Hash rootAt(long size) throws IOException {
        return Proofs.root(tree, size);
    }

    Words words() {
        String root = checkpoint.root().base64();
        return new Words(
                "日志 " + checkpoint.origin() + " 成立：" + checkpoint.size() + " 条，瓦片与检查点相符，根 " + root,
                "log " + checkpoint.origin() + " holds: " + checkpoint.size()
                        + " entries, tiles fit the checkpoint, root " + root);
    }

    /** Proves that this log begins with the tree of another checkpoint of it. */
    Words extend(Checkpoint other) throws IOException {
        if (other.size() > checkpoint.size()) {
            throw new NotProven(
                    "日志被截短：另一检查点有 " + other.size() + " 条，现只有 " + checkpoint.size() + " 条",
                    "the log was cut: another checkpoint has " + other.size() + " entries, the log "
                            + checkpoint.size());
        }
        if (!rootAt(other.size()).equals(other.root())) {
            throw new NotProven(
                    "日志改写了历史：前 " + other.size() + " 条与另一检查点不符",
                    "the log rewrote history: its first " + other.size()
                            + " entries are not those of another checkpoint");
        }
        return new Words(
                "日志的前 " + other.size() + " 条与另一检查点相符",
                "the log's first " + other.size() + " entries are those of the other checkpoint");
    }

    /** Proves that the leaf of a receipt stands where the receipt says. */
    Words contain(ReceiptCheck receipt) throws IOException {
        extend(receipt.checkpoint());
        long index = receipt.receipt().index();
        if (!tree.node(0, index).equals(receipt.leaf())) {
            throw new NotProven("日志第 " + index + " 条不是回执中的条目", "entry " + index + " of the log is not the receipt's");
        }
        return new Words("回执的条目在日志中", "the receipt's entry is in the log");
    }

    /** Reads the journal, where it can be read, and proves each entry against its leaf. */
    Words checkJournal(Path journal) throws IOException {
        JournalVisit visit = new JournalVisit();
        try {
            long entries = JournalFiles.read(journal, checkpoint.origin(), visit::see);
            if (entries < checkpoint.size()) {
                throw new NotProven(
                        "存证流水只有 " + entries + " 条，检查点有 " + checkpoint.size() + " 条",
                        "the journal has " + entries + " entries, the checkpoint " + checkpoint.size());
            }
            return new Words("存证流水 " + entries + " 条逐条相符", "all " + entries + " entries of the journal fit");
        } catch (Fault damaged) {
            throw new NotProven("存证流水已损坏：" + damaged.getMessage(), String.valueOf(damaged.getMessage()));
        } catch (UncheckedIOException inside) {
            throw inside.getCause();
        }
    }

    private final class JournalVisit {

        private final Hasher hasher = new Hasher();
        private Instant last = Instant.MIN;

        void see(Recorded recorded) {
            try {
                check(recorded);
            } catch (IOException notProven) {
                throw new UncheckedIOException(notProven);
            }
        }

        private void check(Recorded recorded) throws IOException {
            long index = recorded.index();
            if (index < checkpoint.size() && !recorded.leaf(hasher).equals(tree.node(0, index))) {
                throw new NotProven(
                        "存证流水第 " + index + " 条与日志不符", "entry " + index + " of the journal is not the log's");
            }
            Instant time = timeOf(recorded);
            if (!recorded.salted()) {
                throw new NotProven(
                        "存证流水第 " + index + " 条的盐不是条目所承诺的",
                        "the salt of entry " + index + " of the journal is not the one it was made with");
            }
            if (time.isBefore(last)) {
                throw new NotProven("第 " + index + " 条的机器时间倒退", "machine time goes back at entry " + index);
            }
            last = time;
        }

        private static Instant timeOf(Recorded recorded) throws NotProven {
            try {
                return recorded.entry().head().machineTime();
            } catch (IllegalArgumentException unreadable) {
                throw new NotProven(
                        "第 " + recorded.index() + " 条无法读懂", "entry " + recorded.index() + " cannot be read");
            }
        }
    }
}
