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
     * Hash over the leaves [start, size) at the right edge of a tree; {@code start} is 0 or a multiple of a power of two
     * that is not less than {@code size − start}, so the complete subtrees in it get smaller from left to right.
     */
    default Hash edge(long start, long size, Hasher hasher) throws IOException {
        int level = lastLevel(start, size);
        Hash hash = node(level, (size >>> level) - 1);
        for (long rest = size - (1L << level); rest > start; rest -= 1L << level) {
            level = lastLevel(start, rest);
            hash = hasher.node(node(level, (rest >>> level) - 1), hash);
        }
        return hash;
    }

    /** Level of the largest complete subtree that ends before {@code end} and does not begin before {@code start}. */
    private static int lastLevel(long start, long end) {
        return Math.min(Long.numberOfTrailingZeros(end), Long.SIZE - 1 - Long.numberOfLeadingZeros(end - start));
    }
}
