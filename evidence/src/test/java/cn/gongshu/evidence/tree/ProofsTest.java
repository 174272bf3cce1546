package cn.gongshu.evidence.tree;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class ProofsTest {

    private final SplittableRandom random = new SplittableRandom(9162);
    private final Hasher hasher = new Hasher();

    @Test
    void every_proof_of_small_trees_is_the_one_the_rfc_defines_and_holds() throws IOException {
        PlainTree tree = PlainTree.random(random, 40);
        for (int size = 1; size <= 40; size++) {
            Hash root = tree.root(0, size);
            assertThat(Proofs.root(tree, size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = Proofs.inclusion(tree, index, size, hasher);
                assertThat(proof.path()).isEqualTo(tree.path(index, 0, size));
                assertThat(proof.leadsTo(root, tree.leaf(index))).isTrue();
            }
            for (int from = 0; from <= size; from++) {
                ConsistencyProof proof = Proofs.consistency(tree, from, size);
                assertThat(proof.path()).isEqualTo(from == 0 ? List.of() : tree.subproof(from, 0, size, true));
                assertThat(proof.holds(tree.root(0, from), root)).isTrue();
            }
        }
    }

    @Test
    void proofs_of_random_sizes_are_those_of_the_rfc() throws IOException {
        for (int i = 0; i < cases(); i++) {
            PlainTree tree = PlainTree.random(random, 1 + random.nextInt(600));
            int index = random.nextInt(tree.size());
            int from = 1 + random.nextInt(tree.size());
            assertThat(Proofs.inclusion(tree, index, tree.size(), hasher).path())
                    .isEqualTo(tree.path(index, 0, tree.size()));
            assertThat(Proofs.consistency(tree, from, tree.size()).path())
                    .isEqualTo(tree.subproof(from, 0, tree.size(), true));
        }
    }

    @Test
    void a_growing_tree_gives_the_roots_the_newest_proofs_and_the_stored_order() throws IOException {
        for (int i = 0; i < cases(); i++) {
            PlainTree plain = PlainTree.random(random, 1 + random.nextInt(300));
            int start = random.nextInt(plain.size());
            int recent = 1 + random.nextInt(64);
            GrowingTree tree = GrowingTree.resume(recent, start, plain);
            long[] place = {StoredNodes.count(start)};
            for (int index = start; index < plain.size(); index++) {
                List<Hash> stored = new ArrayList<>();
                tree.add(plain.leaf(index), stored::add);
                for (int level = 0; level < stored.size(); level++) {
                    assertThat(StoredNodes.place(level, index >> level)).isEqualTo(place[0]++);
                    assertThat(stored.get(level)).isEqualTo(plain.node(level, index >> level));
                }
                assertThat(StoredNodes.count(index + 1L)).isEqualTo(place[0]);
            }
            assertThat(tree.root()).isEqualTo(plain.root(0, plain.size()));
            for (int index = Math.max(start, plain.size() - recent); index < plain.size(); index++) {
                assertThat(tree.inclusion(index).path()).isEqualTo(plain.path(index, 0, plain.size()));
            }
        }
    }

    @Test
    void no_forged_inclusion_proof_holds() throws IOException {
        for (int i = 0; i < cases(); i++) {
            PlainTree tree = PlainTree.random(random, 2 + random.nextInt(300));
            int index = random.nextInt(tree.size());
            InclusionProof proof = Proofs.inclusion(tree, index, tree.size(), hasher);
            Hash root = tree.root(0, tree.size());
            Hash leaf = tree.leaf(index);
            for (InclusionProof forged : forged(proof)) {
                assertThat(forged.leadsTo(root, leaf)).as("%s", forged).isFalse();
            }
            int other = (index + 1 + random.nextInt(tree.size() - 1)) % tree.size();
            assertThat(proof.leadsTo(root, tree.leaf(other))).isFalse();
            assertThat(proof.leadsTo(tree.root(0, tree.size() - 1), leaf)).isFalse();
            assertThat(proof.leadsTo(hasher.empty(), leaf)).isFalse();
        }
    }

    /** Hashes that do lead to a root, only not to the root of a tree of this size. */
    @Test
    void a_proof_that_leads_to_a_root_does_not_stand_for_a_tree_of_another_size() throws IOException {
        PlainTree tree = PlainTree.random(random, 8);
        Hash leaf = tree.leaf(7);
        Hash whole = tree.root(0, 8);
        List<Hash> path = Proofs.inclusion(tree, 7, 8, hasher).path();
        for (int size = 1; size <= 4; size++) {
            assertThat(new InclusionProof(size - 1, size, path).leadsTo(whole, leaf))
                    .isFalse();
        }
        List<Hash> half = Proofs.inclusion(tree, 0, 4, hasher).path();
        assertThat(new InclusionProof(0, 8, half).leadsTo(tree.root(0, 4), tree.leaf(0)))
                .isFalse();
        for (long index : new long[] {-1, 1, 5}) {
            assertThat(new InclusionProof(index, 1, List.of()).leadsTo(leaf, leaf))
                    .isFalse();
        }
        assertThat(new InclusionProof(0, 0, List.of()).leadsTo(leaf, leaf)).isFalse();
        List<Hash> short3 = Proofs.consistency(tree, 3, 4).path();
        assertThat(new ConsistencyProof(3, 4, short3).holds(tree.root(0, 3), tree.root(0, 4)))
                .isTrue();
        for (int to : new int[] {3, 5, 7, 8, 16}) {
            assertThat(new ConsistencyProof(3, to, short3).holds(tree.root(0, 3), tree.root(0, 4)))
                    .isFalse();
        }
        List<Hash> beyond = new ArrayList<>(short3);
        beyond.add(leaf);
        Hash three = hasher.node(leaf, tree.root(0, 3));
        Hash four = hasher.node(leaf, tree.root(0, 4));
        assertThat(new ConsistencyProof(3, 4, beyond).holds(three, four)).isFalse();
        List<Hash> long7 = Proofs.consistency(tree, 7, 8).path();
        for (int to = 1; to < 8; to++) {
            assertThat(new ConsistencyProof(1, to, long7).holds(tree.root(0, 7), whole))
                    .isFalse();
        }
    }

    private List<InclusionProof> forged(InclusionProof proof) {
        List<InclusionProof> forged = new ArrayList<>();
        for (List<Hash> path : forgedPaths(proof.path())) {
            forged.add(new InclusionProof(proof.index(), proof.size(), path));
        }
        for (long index : new long[] {-1, proof.index() ^ 1, proof.index() + 1, proof.size(), Long.MAX_VALUE}) {
            // The same siblings lead to the same root only from the same side.
            forged.add(new InclusionProof(index, proof.size(), proof.path()));
        }
        return forged;
    }

    @Test
    void no_forged_consistency_proof_holds() throws IOException {
        for (int i = 0; i < cases(); i++) {
            PlainTree tree = PlainTree.random(random, 3 + random.nextInt(300));
            int from = 1 + random.nextInt(tree.size() - 1);
            ConsistencyProof proof = Proofs.consistency(tree, from, tree.size());
            Hash earlier = tree.root(0, from);
            Hash later = tree.root(0, tree.size());
            for (List<Hash> path : forgedPaths(proof.path())) {
                assertThat(new ConsistencyProof(from, tree.size(), path).holds(earlier, later))
                        .isFalse();
            }
            Hash otherHistory = PlainTree.random(random, from).root(0, from);
            assertThat(proof.holds(otherHistory, later)).isFalse();
            assertThat(proof.holds(later, earlier)).isFalse();
            assertThat(new ConsistencyProof(tree.size(), from, proof.path()).holds(later, earlier))
                    .isFalse();
            assertThat(new ConsistencyProof(from, tree.size(), List.of()).holds(earlier, later))
                    .isFalse();
            assertThat(new ConsistencyProof(from, from, List.of()).holds(earlier, later))
                    .isFalse();
            assertThat(new ConsistencyProof(0, tree.size(), List.of()).holds(earlier, later))
                    .isFalse();
            assertThat(new ConsistencyProof(-1, tree.size(), proof.path()).holds(earlier, later))
                    .isFalse();
        }
    }

    /** Wrong siblings, shorter and longer paths, swapped hashes. */
    private List<List<Hash>> forgedPaths(List<Hash> path) {
        List<List<Hash>> forged = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> wrong = new ArrayList<>(path);
            wrong.set(i, flipped(path.get(i)));
            forged.add(wrong);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            forged.add(shorter);
        }
        for (int i = 0; i <= path.size(); i++) {
            List<Hash> longer = new ArrayList<>(path);
            longer.add(i, hasher.empty());
            forged.add(longer);
        }
        if (path.size() > 1) {
            List<Hash> swapped = new ArrayList<>(path);
            Collections.swap(swapped, 0, path.size() - 1);
            forged.add(swapped);
        }
        return forged;
    }

    private Hash flipped(Hash hash) {
        byte[] bytes = new byte[Hash.BYTES];
        hash.copyTo(bytes, 0);
        bytes[random.nextInt(Hash.BYTES)] ^= (byte) (1 << random.nextInt(8));
        return Hash.copyOf(bytes, 0);
    }

    private static int cases() {
        return Math.max(1, Integer.getInteger("gongshu.test.cases", 1000) / 10);
    }
}
