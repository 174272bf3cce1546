package cn.gongshu.evidence.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The tree as RFC 9162 §2.1 defines it, by recursion over all leaves: slow, and beyond doubt. */
final class PlainTree implements NodeSource {

    private final Hasher hasher = new Hasher();
    private final List<Hash> leaves = new ArrayList<>();

    static PlainTree random(RandomGenerator random, int size) {
        PlainTree tree = new PlainTree();
        for (int i = 0; i < size; i++) {
            byte[] data = new byte[20];
            random.nextBytes(data);
            tree.leaves.add(tree.hasher.leaf(data));
        }
        return tree;
    }

    int size() {
        return leaves.size();
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    Hash root(int from, int to) {
        if (to == from) {
            return hasher.empty();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + split(to - from);
        return hasher.node(root(from, split), root(split, to));
    }

    /** PATH of the RFC. */
    List<Hash> path(int index, int from, int to) {
        List<Hash> path = new ArrayList<>();
        if (to - from > 1) {
            int split = from + split(to - from);
            boolean left = index < split;
            path.addAll(left ? path(index, from, split) : path(index, split, to));
            path.add(left ? root(split, to) : root(from, split));
        }
        return path;
    }

    /** SUBPROOF of the RFC. */
    List<Hash> subproof(int size, int from, int to, boolean whole) {
        List<Hash> proof = new ArrayList<>();
        if (size == to) {
            if (!whole) {
                proof.add(root(from, to));
            }
            return proof;
        }
        int split = from + split(to - from);
        boolean left = size <= split;
        proof.addAll(left ? subproof(size, from, split, whole) : subproof(size, split, to, false));
        proof.add(left ? root(split, to) : root(from, split));
        return proof;
    }

    private static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }

    @Override
    public Hash node(int level, long index) {
        int from = Math.toIntExact(index << level);
        int to = Math.toIntExact((index + 1) << level);
        if (to > leaves.size()) {
            throw new AssertionError("node " + level + "/" + index + " is not complete");
        }
        return root(from, to);
    }
}
