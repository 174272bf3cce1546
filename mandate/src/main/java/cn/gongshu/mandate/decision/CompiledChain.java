package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.ContractHash;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Purpose;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The links from the scheme to one leaf, with everything about them that does not depend on the use worked out once.
 * Immutable. {@link #covers} is the quick way: it says yes only to what {@link ChainWalk} would not refuse; whatever it
 * does not say yes to, the walk judges and explains.
 */
public final class CompiledChain {

    private final long epoch;
    private final List<Mandate> links;
    private final List<@Nullable Refusal> broken;
    private final Map<ItemId, ItemState> items;
    private final List<MandateId> quotaLinks;
    private final FlatScope flat;
    private final ChainObligations obligations;

    /** @param broken why each link does not stand whatever the date, or null, in the order of the links */
    CompiledChain(long epoch, List<Mandate> links, List<@Nullable Refusal> broken, Map<ItemId, ItemState> items) {
        this.epoch = epoch;
        this.links = List.copyOf(links);
        this.broken = broken;
        this.items = items;
        this.quotaLinks = links.reversed().stream()
                .filter(link -> link.contract().limits().quota() != null)
                .map(Mandate::id)
                .toList();
        this.flat = FlatScope.of(links, items, broken.stream().allMatch(refusal -> refusal == null));
        this.obligations = new ChainObligations(links);
    }

    /** The epoch of the snapshot it was compiled in. */
    public long epoch() {
        return epoch;
    }

    /** From the scheme down. */
    public List<Mandate> links() {
        return links;
    }

    /** The subscription itself. */
    public Mandate leaf() {
        return links.getLast();
    }

    /** Links that have a quota, from the leaf up: the order in which an escrow takes from them. */
    public List<MandateId> quotaLinks() {
        return quotaLinks;
    }

    /** Ids of the links from the scheme down, as evidence records them. */
    public List<String> ids() {
        return links.stream().map(link -> link.id().value()).toList();
    }

    /** Hashes of the signed contracts, in the order of {@link #ids}. */
    public List<String> contractHashes() {
        return links.stream().map(Mandate::signedHash).map(ContractHash::hex).toList();
    }

    boolean grants(PartyId recipient) {
        return leaf().grantee().equals(recipient);
    }

    /** Surely allowed. False says nothing. */
    boolean covers(Use use) {
        return flat.covers(use);
    }

    /** The first refusal from the root to the leaf, or null. */
    @Nullable
    Refusal refusal(Use use, ChainWalk walk) {
        return walk.refusal(links, broken, items, use);
    }

    List<Obligation> obligations(SubjectKind subject, Purpose purpose) {
        return obligations.of(subject, purpose);
    }

    /** Whether its leaf was signed at some time, whatever happened since. */
    boolean agreed() {
        return switch (leaf().recorded()) {
            case ENTERED, CONFIRMED -> false;
            case SIGNED, SUSPENDED, TERMINATED, IN_FORCE, EXPIRED -> true;
        };
    }
}
