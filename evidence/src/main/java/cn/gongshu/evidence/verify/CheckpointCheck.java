package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.VerifierKey;

/** Reads checkpoints and takes only those the log's key signed. */
final class CheckpointCheck {

    private CheckpointCheck() {}

    /** Something altered still resembles a checkpoint of this log in its first line or in its signature. */
    static boolean resembles(String note, VerifierKey key) {
        return note.startsWith(key.name() + "\n") || note.contains("\n\u2014 ");
    }

    static Checkpoint prove(String note, VerifierKey key) throws NotProven {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note);
        } catch (IllegalArgumentException none) {
            throw new NotProven("这不是检查点", "this is not a checkpoint: " + none.getMessage());
        }
        if (!checkpoint.origin().equals(key.name())) {
            throw new NotProven("检查点属于另一个日志", "the checkpoint is of another log: " + checkpoint.origin());
        }
        if (!checkpoint.signedBy(key)) {
            throw new NotProven("检查点的签名不成立", "the signature of the checkpoint does not hold under this key");
        }
        return checkpoint;
    }
}
