package cn.gongshu.evidence.tree;

import java.util.List;

/**
 * Proof that a leaf is in a tree (RFC 9162 §2.1.3).
 *
 * @param index place of the leaf, from 0
 * @param size number of leaves of the tree
 * @param path sibling hashes from the leaf up
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it leads from this leaf hash to this root. */
    public boolean leadsTo(Hash root, Hash leaf) {
        if (index < 0 || index >= size) {
            return false;
        }
        Hasher hasher = new Hasher();
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                int up = Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
