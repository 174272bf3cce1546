package cn.gongshu.evidence.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes roots and proofs out of the hashes of complete subtrees; reads O(log size) of them. */
public final class Proofs {

    private Proofs() {}

    /** Root over the first {@code size} leaves. */
    public static Hash root(NodeSource nodes, long size) throws IOException {
        Hasher hasher = new Hasher();
        return size == 0 ? hasher.empty() : nodes.edge(0, size, hasher);
    }

    /** Proof for the leaf at {@code index} in the tree of {@code size} leaves. */
    public static InclusionProof inclusion(NodeSource nodes, long index, long size, Hasher hasher) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        List<Hash> path = new ArrayList<>(Long.SIZE - Long.numberOfLeadingZeros(size));
        climb(new Tree(nodes, size, hasher), 0, index, path);
        return new InclusionProof(index, size, path);
    }

    /** Proof that the tree of {@code to} leaves extends the one of {@code from}. */
    public static ConsistencyProof consistency(NodeSource nodes, long from, long to) throws IOException {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no tree of " + from + " before one of " + to);
        }
        List<Hash> path = new ArrayList<>();
        if (from > 0 && from < to) {
            int level = Long.numberOfTrailingZeros(from);
            long index = (from - 1) >>> level;
            if (index > 0) {
                path.add(nodes.node(level, index));
            }
            climb(new Tree(nodes, to, new Hasher()), level, index, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private record Tree(NodeSource nodes, long size, Hasher hasher) {}

    /** Adds the siblings on the way from a complete subtree to the root, lowest first. */
    private static void climb(Tree tree, int level, long index, List<Hash> path) throws IOException {
        long last = (tree.size - 1) >>> level;
        int shared = Long.SIZE - Long.numberOfLeadingZeros(index ^ last); // steps until both meet
        for (int step = 0; step < shared - 1; step++) {
            path.add(tree.nodes.node(level + step, (index >>> step) ^ 1));
        }
        if (shared > 0) {
            long right = (index >>> (shared - 1)) + 1;
            path.add(tree.nodes.edge(right << (shared - 1 + level), tree.size, tree.hasher));
        }
        for (int step = shared; index >>> step > 0; step++) {
            if ((index >>> step & 1) == 1) {
                path.add(tree.nodes.node(level + step, (index >>> step) - 1));
            }
        }
    }
}
