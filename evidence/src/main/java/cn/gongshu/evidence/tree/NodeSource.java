package cn.gongshu.evidence.tree;

import java.io.IOException;

/**
 * Where the hashes of complete subtrees come from. Node (level, index) covers the leaves
 * [index·2^level, (index+1)·2^level); level 0 are the leaves.
 */
@FunctionalInterface
public interface NodeSource {

    /** Hash of a complete subtree; asked only for those that exist at the size asked about. */
    Hash node(int level, long index) throws IOException;

    /**
     * Hash over the leaves [start, size) at the right edge of a tree; {@code start} is 0 or a multiple of the power of
     * two at or above {@code size − start}, so the complete subtrees in it get smaller from left to right.
     */
    default Hash edge(long start, long size, Hasher hasher) throws IOException {
        int level = Long.numberOfTrailingZeros(size);
        Hash hash = node(level, (size >>> level) - 1);
        for (long rest = size - (1L << level); rest > start; rest -= 1L << level) {
            level = Long.numberOfTrailingZeros(rest);
            hash = hasher.node(node(level, (rest >>> level) - 1), hash);
        }
        return hash;
    }
}
