package cn.gongshu.mandate;

import cn.gongshu.kernel.MandateId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All links of an installation, immutable: by id, up to the root, and down to the leaves. */
public final class MandateTree {

    private final Map<MandateId, Mandate> byId;
    private final Map<MandateId, List<Mandate>> children;

    private MandateTree(Map<MandateId, Mandate> byId, Map<MandateId, List<Mandate>> children) {
        this.byId = byId;
        this.children = children;
    }

    /** @throws IllegalArgumentException when an id stands twice */
    public static MandateTree of(Collection<Mandate> mandates) {
        Map<MandateId, Mandate> byId = new LinkedHashMap<>();
        Map<MandateId, List<Mandate>> children = new HashMap<>();
        for (Mandate mandate : mandates) {
            if (byId.put(mandate.id(), mandate) != null) {
                throw new IllegalArgumentException("mandate " + mandate.id() + " stands twice");
            }
            MandateId parent = mandate.contract().place().parent();
            if (parent != null) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(mandate);
            }
        }
        return new MandateTree(byId, children);
    }

    public Optional<Mandate> find(MandateId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Mandate> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The links from the scheme down to this one. Empty when the chain is not whole: a parent is missing, a kind hangs
     * where it may not, or it does not begin with a scheme.
     */
    public List<Mandate> chain(MandateId leaf) {
        Deque<Mandate> chain = new ArrayDeque<>();
        Mandate link = byId.get(leaf);
        while (link != null && chain.size() < MandateKind.values().length) {
            chain.addFirst(link);
            Mandate parent = parentOf(link);
            if (parent == null) {
                return whole(link) ? List.copyOf(chain) : List.of();
            }
            if (!link.kind().parents().contains(parent.kind())) {
                return List.of();
            }
            link = parent;
        }
        return List.of();
    }

    private @Nullable Mandate parentOf(Mandate link) {
        MandateId parent = link.contract().place().parent();
        return parent == null ? null : byId.get(parent);
    }

    private static boolean whole(Mandate top) {
        return top.kind() == MandateKind.SCHEME && top.contract().place().parent() == null;
    }

    /** Every link that hangs on this one, itself not included, parents before children. */
    public List<Mandate> below(MandateId id) {
        List<Mandate> below = new ArrayList<>();
        Deque<MandateId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty() && below.size() <= byId.size()) {
            for (Mandate child : children.getOrDefault(open.removeFirst(), List.of())) {
                below.add(child);
                open.addLast(child.id());
            }
        }
        return List.copyOf(below);
    }
}
