package cn.gongshu.evidence.tree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The right edge of a tree that grows, in memory: enough of it to give the root and proofs for the newest leaves without
 * reading. Bounded: it holds about two hashes per recent leaf, plus two per level. For one thread.
 */
public final class GrowingTree implements NodeSource {

    private static final int LEVELS = 63;

    private final int recent;
    private final Hasher hasher = new Hasher();
    private final List<@Nullable Hash[]> levels = new ArrayList<>();
    private final @Nullable Hash[] edges = new @Nullable Hash[LEVELS];
    private long size;

    /** @param recent how many of the newest leaves proofs can be asked for */
    private GrowingTree(int recent, long size) {
        this.recent = recent;
        this.size = size;
    }

    /** The tree of {@code size} leaves whose complete subtrees {@code nodes} has. */
    public static GrowingTree resume(int recent, long size, NodeSource nodes) throws IOException {
        GrowingTree tree = new GrowingTree(recent, size);
        for (int level = 0; size >>> level > 0; level++) {
            if ((size >>> level & 1) == 1) {
                tree.put(level, (size >>> level) - 1, nodes.node(level, (size >>> level) - 1));
            }
        }
        return tree;
    }

    public long size() {
        return size;
    }

    /** Adds a leaf; hands it and then each subtree it completes to {@code stored}, in the order of {@link StoredNodes}. */
    public void add(Hash leaf, Consumer<Hash> stored) {
        Arrays.fill(edges, null);
        Hash hash = leaf;
        long index = size++;
        put(0, index, hash);
        stored.accept(hash);
        for (int level = 0; (index >>> level & 1) == 1; level++) {
            hash = hasher.node(node(level, (index >>> level) - 1), hash);
            put(level + 1, index >>> (level + 1), hash);
            stored.accept(hash);
        }
    }

    public Hash root() throws IOException {
        return size == 0 ? hasher.empty() : edge(0, size, hasher);
    }

    /** Proof for one of the newest leaves in the tree as it is now. */
    public InclusionProof inclusion(long index) throws IOException {
        if (size - index > recent) {
            throw new IllegalArgumentException("leaf " + index + " is no longer held");
        }
        return Proofs.inclusion(this, index, size, hasher);
    }

    @Override
    public Hash node(int level, long index) {
        @Nullable Hash[] ring = levels.get(level);
        Hash hash = ring[(int) (index % ring.length)];
        if (hash == null) {
            throw new IllegalStateException("node " + level + "/" + index + " is not held");
        }
        return hash;
    }

    /** The edges of one size are the same for every proof made at it. */
    @Override
    public Hash edge(long start, long end, Hasher with) throws IOException {
        int slot = start == 0 ? LEVELS - 1 : Long.numberOfTrailingZeros(start);
        Hash known = end == size ? edges[slot] : null;
        if (known != null) {
            return known;
        }
        Hash edge = NodeSource.super.edge(start, end, with);
        if (end == size) {
            edges[slot] = edge;
        }
        return edge;
    }

    private void put(int level, long index, Hash hash) {
        while (levels.size() <= level) {
            levels.add(new @Nullable Hash[(int) ((long) recent >>> levels.size()) + 2]);
        }
        @Nullable Hash[] ring = levels.get(level);
        ring[(int) (index % ring.length)] = hash;
    }
}
