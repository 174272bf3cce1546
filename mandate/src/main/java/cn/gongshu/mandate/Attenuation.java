package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Parameters;
import cn.gongshu.regulation.Rules;
import cn.gongshu.regulation.TermRules;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whether a link may be made: it hangs where its kind may hang, between the right parties, under links that stand, and
 * it is in no respect wider than the link it comes from.
 */
public final class Attenuation {

    private final Parameters parameters;

    public Attenuation(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Everything a new link is judged against.
     *
     * @param items states of the catalogue items
     */
    public record Ground(MandateTree tree, Map<ItemId, ItemState> items, Naming naming) {
        public Ground {
            items = Map.copyOf(items);
        }
    }

    /**
     * The contract, or the first reason why this link may not be made. Order: place, parties, links above, term, scope,
     * items, conditions, quota.
     *
     * @param asOf the legal date on which it is made
     */
    public Outcome<Contract> check(Contract child, Ground ground, LocalDate asOf) {
        List<Mandate> above = LinkPlace.above(child, ground.tree());
        Mandate parent = above.isEmpty() ? null : above.getLast();
        return LinkPlace.hangs(child, parent)
                .then(contract -> LinkPlace.between(contract, above))
                .then(contract -> LinkPlace.aboveStands(contract, above, asOf))
                .then(contract -> term(contract, parent, ground.tree(), asOf))
                .then(contract -> LinkScope.concrete(contract, ground.naming()))
                .then(contract -> parent == null ? Outcome.done(contract) : LinkScope.within(contract, parent, ground))
                .then(contract -> published(contract, ground.items()))
                .then(contract -> conditions(contract, parent))
                .then(contract -> quota(contract, above));
    }

    private Outcome<Contract> term(Contract child, @Nullable Mandate parent, MandateTree tree, LocalDate asOf) {
        Limits limits = child.limits();
        Outcome<Contract> outcome = Outcome.done(child);
        if (child.kind() == MandateKind.OPERATING_AGREEMENT) {
            int maxYears = parameters.number(TermRules.AGREEMENT_MAX_YEARS, asOf);
            outcome = outcome.then(c -> TermRules.agreement(limits.term(), maxYears, limits.derogation())
                            .map(term -> c))
                    .then(c -> TermRules.oneOverall(limits.term(), LinkPlace.otherAgreements(c, tree))
                            .map(term -> c));
        }
        return parent == null
                ? outcome
                : outcome.then(c -> TermRules.within(limits.term(), parent.title(), parent.term())
                        .map(term -> c));
    }

    /** From the agreement down, only published items; a scheme may announce what is still to come. */
    @Clause("R072")
    private static Outcome<Contract> published(Contract child, Map<ItemId, ItemState> items) {
        if (child.kind() == MandateKind.SCHEME || !Rules.on("R072")) {
            return Outcome.done(child);
        }
        for (ItemId item : child.scope().items().keySet()) {
            ItemState state = items.get(item);
            if (state == null || !state.usable()) {
                return Outcome.refused(Refusal.of(ErrorCode.ITEM_NOT_IN_FORCE, Map.of("item", item.value())));
            }
        }
        return Outcome.done(child);
    }

    @Clause("R082")
    private static Outcome<Contract> conditions(Contract child, @Nullable Mandate parent) {
        Conditions own = child.limits().conditions();
        if (Rules.on("R082") && own.unknown().isPresent()) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.CONDITION_UNKNOWN,
                    Map.of(
                            "link",
                            child.title(),
                            "condition",
                            own.unknown().get().kind())));
        }
        return parent == null
                ? Outcome.done(child)
                : own.laxer(parent.contract().limits().conditions())
                        .map(laxer -> LinkScope.wider(
                                parent,
                                "条件（" + laxer.in(Language.ZH) + "）",
                                "Leaving out or loosening the condition " + laxer.in(Language.EN)))
                        .filter(refusal -> Rules.on("R031"))
                        .map(refusal -> Outcome.<Contract>refused(refusal))
                        .orElse(Outcome.done(child));
    }

    /**
     * A link states no larger quota than the nearest link above that has one. Stating none is no widening: every use
     * takes from every link that has one.
     */
    @Clause("R031")
    private static Outcome<Contract> quota(Contract child, List<Mandate> above) {
        Quota own = child.limits().quota();
        for (Mandate link : above.reversed()) {
            Quota theirs = link.contract().limits().quota();
            if (theirs != null) {
                return own == null || own.uses() <= theirs.uses() || !Rules.on("R031")
                        ? Outcome.done(child)
                        : Outcome.refused(LinkScope.wider(
                                link, "用量额度 " + own.uses() + " 次", "A quota of " + own.uses() + " uses"));
            }
        }
        return Outcome.done(child);
    }
}
