package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.InclusionProof;

/**
 * An entry that is in the log, durably, with what its receipt needs.
 *
 * @param recorded the entry as the journal has it
 * @param entry the same, read
 * @param proof that it is in the tree of the checkpoint
 * @param checkpoint of the group it was written with
 */
public record Sealed(Recorded recorded, Entry entry, InclusionProof proof, Checkpoint checkpoint) {

    /** Place in the log, from 0. */
    public long index() {
        return recorded.index();
    }

    public Receipt receipt() {
        return Receipt.of(recorded, entry.head().id(), proof, checkpoint);
    }
}
