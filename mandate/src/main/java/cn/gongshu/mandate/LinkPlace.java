package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import cn.gongshu.regulation.TermRules;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a link may hang, between whom, and under which links. */
final class LinkPlace {

    private static final Set<MandateState> SIGNED_AND_NOT_ENDED = Set.of(MandateState.SIGNED, MandateState.SUSPENDED);

    private LinkPlace() {}

    /** The links above a child, from the scheme down to its parent; empty for a scheme or when the chain is not whole. */
    static List<Mandate> above(Contract child, MandateTree tree) {
        MandateId parent = child.place().parent();
        return parent == null ? List.of() : tree.chain(parent);
    }

    @Clause("R031")
    static Outcome<Contract> hangs(Contract child, @Nullable Mandate parent) {
        Set<MandateKind> kinds = child.kind().parents();
        boolean right =
                parent == null ? kinds.isEmpty() && child.place().parent() == null : kinds.contains(parent.kind());
        if (Rules.on("R031") && !right) {
            return invalid(
                    "上级授权", "parent", "须为" + names(kinds, Language.ZH), "must be a " + names(kinds, Language.EN));
        }
        if (child.kind().ofProduct() != (child.place().product() != null)) {
            return invalid("产品", "product", "实施同意与订购须写明产品，其他不写", "stands in go-live approvals and subscriptions only");
        }
        boolean sameProduct = child.kind() != MandateKind.SUBSCRIPTION
                || parent == null
                || Objects.equals(
                        child.place().product(), parent.contract().place().product());
        return sameProduct ? Outcome.done(child) : invalid("产品", "product", "须与实施同意一致", "is the approval's product");
    }

    private static String names(Set<MandateKind> kinds, Language language) {
        String none = language == Language.ZH ? "空（实施方案没有上级）" : "nothing (a scheme has no parent)";
        return kinds.isEmpty()
                ? none
                : kinds.stream().sorted().map(kind -> kind.in(language)).collect(Collectors.joining("/"));
    }

    /** Nobody grants to itself (but for the scheme, which one office decides), and nobody grants what it does not hold. */
    @Clause("R043")
    static Outcome<Contract> between(Contract child, List<Mandate> above) {
        Parties parties = child.parties();
        boolean same = parties.grantor().equals(parties.grantee());
        if (Rules.on("R043") && same && child.kind() != MandateKind.SCHEME) {
            return Outcome.refused(Refusal.of(ErrorCode.SIGNERS_SAME));
        }
        return above.isEmpty() ? Outcome.done(child) : holders(child, above);
    }

    @Clause("R031")
    private static Outcome<Contract> holders(Contract child, List<Mandate> above) {
        Parties parties = child.parties();
        Parties parent = above.getLast().contract().parties();
        Set<PartyId> grantors = switch (child.kind()) {
            case SCHEME -> Set.of(parties.grantor());
            case OPERATING_AGREEMENT, PARTNER_AGREEMENT -> Set.of(parent.grantee());
            case SCENARIO -> Set.of(parent.grantor());
            case GO_LIVE_APPROVAL -> agreement(above).map(Parties::grantor).collect(Collectors.toSet());
            case SUBSCRIPTION ->
                Stream.concat(Stream.of(parent.grantee()), agreement(above).map(Parties::grantee))
                        .collect(Collectors.toSet());
        };
        if (Rules.on("R031") && !grantors.contains(parties.grantor())) {
            String who = grantors.stream().map(PartyId::value).sorted().collect(Collectors.joining("/"));
            return invalid("授出方", "grantor", "须为" + who, "must be " + who);
        }
        boolean developer = child.kind() == MandateKind.SCENARIO || child.kind() == MandateKind.GO_LIVE_APPROVAL;
        if (Rules.on("R031") && developer && !parties.grantee().equals(parent.grantee())) {
            return invalid("被授方", "grantee", "须为" + parent.grantee(), "must be " + parent.grantee());
        }
        return Outcome.done(child);
    }

    private static Stream<Parties> agreement(List<Mandate> above) {
        return above.stream()
                .filter(link -> link.kind() == MandateKind.OPERATING_AGREEMENT)
                .map(link -> link.contract().parties());
    }

    /** Each link above is signed, not suspended, not ended. One whose term is still to come may have children already. */
    static Outcome<Contract> aboveStands(Contract child, List<Mandate> above, LocalDate asOf) {
        for (Mandate link : above) {
            Refusal refusal = LinkStanding.broken(link);
            refusal = refusal == null ? LinkStanding.expired(link, asOf) : refusal;
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(child);
    }

    /** Every other operating agreement that was signed and not terminated: one that is merely entered blocks nobody. */
    static List<TermRules.Existing> otherAgreements(Contract child, MandateTree tree) {
        return tree.all().stream()
                .filter(link -> link.kind() == MandateKind.OPERATING_AGREEMENT)
                .filter(link -> !link.id().equals(child.id()) && SIGNED_AND_NOT_ENDED.contains(link.recorded()))
                .map(link -> new TermRules.Existing(link.title(), link.term()))
                .toList();
    }

    private static Outcome<Contract> invalid(String zh, String en, String ruleZh, String ruleEn) {
        return Outcome.refused(Refusal.of(
                        ErrorCode.FIELD_INVALID, Map.of("field", zh, "field@en", en, "rule", ruleZh, "rule@en", ruleEn))
                .under("R031"));
    }
}
