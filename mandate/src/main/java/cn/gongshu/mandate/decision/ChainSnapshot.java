package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.LinkStanding;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateTree;
import cn.gongshu.mandate.Naming;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the decision rests on, as it stood at one epoch: all links and the states of all items, with every chain
 * compiled. Immutable. Links, items and epoch must have been read in one database transaction.
 */
public final class ChainSnapshot {

    private final long epoch;
    private final MandateTree tree;
    private final Map<ItemId, ItemState> items;
    private final ChainWalk walk;
    private final Map<MandateId, CompiledChain> subscriptions = new HashMap<>();
    private final Map<ProductCode, Map<PartyId, List<CompiledChain>>> byHolder = new HashMap<>();
    private final Map<ProductCode, List<CompiledChain>> approvals = new HashMap<>();

    private ChainSnapshot(long epoch, MandateTree tree, Map<ItemId, ItemState> items, Naming naming) {
        this.epoch = epoch;
        this.tree = tree;
        this.items = items;
        this.walk = new ChainWalk(naming);
        Map<MandateId, Optional<Refusal>> broken = new HashMap<>();
        for (Mandate link : tree.all()) {
            broken.put(link.id(), Optional.ofNullable(LinkStanding.broken(link)));
        }
        tree.all().forEach(leaf -> compile(leaf, broken));
    }

    /** @throws IllegalArgumentException when a link or an item stands twice */
    public static ChainSnapshot of(
            long epoch, Collection<Mandate> mandates, Collection<ItemState> items, Naming naming) {
        Map<ItemId, ItemState> byId = new HashMap<>();
        for (ItemState item : items) {
            if (byId.put(item.item(), item) != null) {
                throw new IllegalArgumentException("item " + item.item() + " stands twice");
            }
        }
        return new ChainSnapshot(epoch, MandateTree.of(mandates), Map.copyOf(byId), naming);
    }

    private void compile(Mandate leaf, Map<MandateId, Optional<Refusal>> broken) {
        ProductCode product = leaf.contract().place().product();
        if (product == null || !leaf.kind().ofProduct()) {
            return;
        }
        List<Mandate> links = tree.chain(leaf.id());
        if (links.isEmpty()) {
            return;
        }
        List<@Nullable Refusal> standing = new ArrayList<>();
        for (Mandate link : links) {
            standing.add(broken.getOrDefault(link.id(), Optional.empty()).orElse(null));
        }
        CompiledChain chain = new CompiledChain(epoch, links, standing, items);
        if (leaf.kind() == MandateKind.SUBSCRIPTION) {
            subscriptions.put(leaf.id(), chain);
            byHolder.computeIfAbsent(product, key -> new HashMap<>())
                    .computeIfAbsent(leaf.grantee(), key -> new ArrayList<>())
                    .add(chain);
        } else {
            approvals.computeIfAbsent(product, key -> new ArrayList<>()).add(chain);
        }
    }

    public long epoch() {
        return epoch;
    }

    public MandateTree tree() {
        return tree;
    }

    public Optional<ItemState> item(ItemId id) {
        return Optional.ofNullable(items.get(id));
    }

    /** States of all items, by id. */
    public Map<ItemId, ItemState> items() {
        return items;
    }

    /** The chain of a subscription; empty when there is none or it is not whole. */
    public Optional<CompiledChain> chain(MandateId subscription) {
        return Optional.ofNullable(subscriptions.get(subscription));
    }

    /** Only {@link DecisionPoint} decides; it makes sure that this snapshot still counts. */
    Decision decide(Use use) {
        MandateId subscription = use.caller().subscription();
        if (subscription != null) {
            CompiledChain chain = subscriptions.get(subscription);
            return chain == null || !fits(chain, use) ? withoutChain(use) : decide(chain, use);
        }
        Map<PartyId, List<CompiledChain>> holders = byHolder.get(use.product());
        List<CompiledChain> chains =
                holders == null ? null : holders.get(use.caller().recipient());
        return chains == null ? withoutChain(use) : decideAmong(chains, use);
    }

    private static boolean fits(CompiledChain chain, Use use) {
        return chain.grants(use.caller().recipient())
                && use.product().equals(chain.leaf().contract().place().product());
    }

    private Decision decide(CompiledChain chain, Use use) {
        if (!chain.covers(use)) {
            Refusal refusal = chain.refusal(use, walk);
            if (refusal != null) {
                return new Decision.Refused(refusal);
            }
        }
        return new Decision.Allowed(use, chain, chain.obligations(use.needs().subject(), use.purpose()));
    }

    /** The first of several subscriptions that allows it, or what the first one says. */
    private Decision decideAmong(List<CompiledChain> chains, Use use) {
        Decision first = decide(chains.getFirst(), use);
        for (int i = 1; i < chains.size() && first instanceof Decision.Refused; i++) {
            if (decide(chains.get(i), use) instanceof Decision.Allowed allowed) {
                return allowed;
            }
        }
        return first;
    }

    /** No subscription: say what stands in the way of one, or that one is missing. Never allows. */
    private Decision withoutChain(Use use) {
        List<CompiledChain> live = approvals.getOrDefault(use.product(), List.of());
        Refusal refusal = notLive(live, use.product());
        for (CompiledChain approval : live) {
            refusal = refusal == null ? approval.refusal(use, walk) : refusal;
        }
        return new Decision.Refused(refusal == null ? Refusal.of(ErrorCode.NO_MANDATE) : refusal);
    }

    @Clause("R075")
    private static @Nullable Refusal notLive(List<CompiledChain> approvals, ProductCode product) {
        boolean agreed = approvals.stream().anyMatch(CompiledChain::agreed);
        return agreed || !Rules.on("R075") ? null : Refusal.of(ErrorCode.NOT_LIVE, Map.of("product", product.value()));
    }
}
