package cn.gongshu.evidence.tree;

/**
 * The order in which complete subtrees are written to an append-only file: each leaf, then every subtree it completes.
 * (Crosby and Wallach, "Efficient data structures for tamper-evident logging", §3.3.)
 */
public final class StoredNodes {

    private StoredNodes() {}

    /** Number of subtrees complete at {@code size} leaves. */
    public static long count(long size) {
        return 2 * size - Long.bitCount(size);
    }

    /** Place of the subtree (level, index) in the file, counted in hashes from 0. */
    public static long place(int level, long index) {
        long lastLeaf = ((index + 1) << level) - 1;
        return count(lastLeaf) + level;
    }
}
