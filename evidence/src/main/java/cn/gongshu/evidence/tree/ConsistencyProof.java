package cn.gongshu.evidence.tree;

import java.util.List;

/**
 * Proof that a tree begins with all leaves of an earlier one, in their order (RFC 9162 §2.1.4).
 *
 * @param from leaves of the earlier tree
 * @param to leaves of the later tree
 * @param path hashes as the RFC orders them; empty where {@code from} is 0 or equals {@code to}
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it holds between these two roots. */
    public boolean holds(Hash fromRoot, Hash toRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            Hash expected = from == to ? toRoot : new Hasher().empty();
            return path.isEmpty() && fromRoot.equals(expected);
        }
        boolean whole = Long.bitCount(from) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        int complete = Long.numberOfTrailingZeros(from);
        Hash first = whole ? fromRoot : path.getFirst();
        List<Hash> rest = whole ? path : path.subList(1, path.size());
        return climb((from - 1) >>> complete, (to - 1) >>> complete, first, rest)
                .reach(fromRoot, toRoot);
    }

    private static Climb climb(long fromNode, long toNode, Hash first, List<Hash> siblings) {
        Hasher hasher = new Hasher();
        Climb climb = new Climb(fromNode, toNode, first, first);
        for (Hash sibling : siblings) {
            if (climb.toNode == 0) {
                return new Climb(-1, -1, first, first);
            }
            climb = climb.past(sibling, hasher);
        }
        return climb;
    }

    private record Climb(long fromNode, long toNode, Hash fromHash, Hash toHash) {

        Climb past(Hash sibling, Hasher hasher) {
            if ((fromNode & 1) == 1 || fromNode == toNode) {
                int up = Long.numberOfTrailingZeros(fromNode);
                return new Climb(
                        fromNode >>> up >>> 1,
                        toNode >>> up >>> 1,
                        hasher.node(sibling, fromHash),
                        hasher.node(sibling, toHash));
            }
            return new Climb(fromNode >>> 1, toNode >>> 1, fromHash, hasher.node(toHash, sibling));
        }

        boolean reach(Hash fromRoot, Hash toRoot) {
            return toNode == 0 && fromHash.equals(fromRoot) && toHash.equals(toRoot);
        }
    }
}
