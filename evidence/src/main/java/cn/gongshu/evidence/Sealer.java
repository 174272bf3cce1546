package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.CheckpointSigner;
import cn.gongshu.evidence.tree.GrowingTree;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.InclusionProof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Takes durable entries into the tree and signs a checkpoint over them. For one thread, but {@link #newest}. */
final class Sealer {

    private final HashFile hashes;
    private final GrowingTree tree;
    private final CheckpointSigner signer;
    private final Hasher hasher = new Hasher();
    private volatile Checkpoint newest;

    /** @param tree whose complete subtrees the hash file holds */
    Sealer(HashFile hashes, GrowingTree tree, CheckpointSigner signer) throws IOException {
        this.hashes = hashes;
        this.tree = tree;
        this.signer = signer;
        this.newest = Checkpoint.sign(tree.size(), tree.root(), signer);
    }

    /** Adds leaves to the tree and its file. */
    static void grow(GrowingTree tree, HashFile hashes, List<Recorded> entries, Hasher hasher) throws IOException {
        ByteBuffer nodes = ByteBuffer.allocate((2 * entries.size() + Long.SIZE) * Hash.BYTES);
        for (Recorded recorded : entries) {
            tree.add(recorded.leaf(hasher), node -> node.copyTo(nodes));
        }
        hashes.append(nodes.flip());
    }

    Checkpoint seal(List<Recorded> entries) throws IOException {
        grow(tree, hashes, entries, hasher);
        Checkpoint checkpoint = Checkpoint.sign(tree.size(), tree.root(), signer);
        newest = checkpoint;
        return checkpoint;
    }

    /** Proof in the newest checkpoint for an entry of the newest group. */
    InclusionProof proof(long index) throws IOException {
        return tree.inclusion(index);
    }

    Checkpoint newest() {
        return newest;
    }
}
