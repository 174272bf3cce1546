package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Term;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.MeterKind;
import cn.gongshu.regulation.Parameters;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chain of the demo, whole and in force on {@link #TODAY}: what tests bend one thing of. */
public final class Story {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    public static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    public static final PartyId BUREAU = new PartyId("bureau");
    public static final PartyId OPERATOR = new PartyId("operator");
    public static final PartyId PARTNER = new PartyId("partner-a");
    public static final PartyId AGENCY = new PartyId("agency");
    public static final PartyId BANK = new PartyId("bank");

    public static final Purpose EMPLOYMENT = new Purpose("employment-support");
    public static final Purpose CREDIT = new Purpose("credit-assessment");

    public static final ItemId PAID = new ItemId("C07-01");
    public static final ItemId DETAIL = new ItemId("C07-02");
    public static final ItemId FIRM = new ItemId("C14-01");

    public static final ProductCode P37 = new ProductCode("P37");
    public static final ProductCode P04 = new ProductCode("P04");

    public static final Parameters PARAMETERS = Parameters.parse("""
                    code\tkind\tvalue\teffectiveFrom\tsource\towner\tconfidence
                    agreement.term.max_years\tINT\t5\t2025-03-01\tN27 art. 14(2)\tbureau\tFULL_TEXT
                    """);

    public static final Term FIVE_YEARS = Term.ofYears(LocalDate.of(2026, 1, 1), 5);
    public static final Term ONE_YEAR = Term.ofYears(LocalDate.of(2026, 6, 1), 1);

    private Story() {}

    public static MandateId id(String value) {
        return new MandateId(value);
    }

    public static Contract scheme() {
        return contract("scheme", MandateKind.SCHEME, null, null, new Parties(BUREAU, BUREAU), whole(), FIVE_YEARS);
    }

    public static Contract agreement() {
        Contract plain = contract(
                "agreement",
                MandateKind.OPERATING_AGREEMENT,
                "scheme",
                null,
                new Parties(BUREAU, OPERATOR),
                whole(),
                FIVE_YEARS);
        return with(plain, plain.limits().with(new Quota(1000)));
    }

    public static Contract partner() {
        return contract(
                "partner",
                MandateKind.PARTNER_AGREEMENT,
                "agreement",
                null,
                new Parties(OPERATOR, PARTNER),
                whole(),
                ONE_YEAR);
    }

    public static Contract scenario37() {
        return contract(
                "scenario-37",
                MandateKind.SCENARIO,
                "partner",
                null,
                new Parties(OPERATOR, PARTNER),
                scope37(),
                ONE_YEAR);
    }

    public static Contract approval37() {
        return contract(
                "approval-37",
                MandateKind.GO_LIVE_APPROVAL,
                "scenario-37",
                P37,
                new Parties(BUREAU, PARTNER),
                scope37(),
                ONE_YEAR);
    }

    public static Contract agencySubscription() {
        Contract plain = contract(
                "agency-37",
                MandateKind.SUBSCRIPTION,
                "approval-37",
                P37,
                new Parties(PARTNER, AGENCY),
                scope37(),
                ONE_YEAR);
        return with(plain, plain.limits().with(new Quota(100)));
    }

    public static Contract scenario04() {
        return contract(
                "scenario-04",
                MandateKind.SCENARIO,
                "agreement",
                null,
                new Parties(BUREAU, OPERATOR),
                scope04(),
                ONE_YEAR);
    }

    public static Contract approval04() {
        Contract plain = contract(
                "approval-04",
                MandateKind.GO_LIVE_APPROVAL,
                "scenario-04",
                P04,
                new Parties(BUREAU, OPERATOR),
                scope04(),
                ONE_YEAR);
        return with(plain, plain.limits().with(charged()));
    }

    public static Contract bankSubscription() {
        Contract plain = contract(
                "bank-04",
                MandateKind.SUBSCRIPTION,
                "approval-04",
                P04,
                new Parties(OPERATOR, BANK),
                scope04(),
                ONE_YEAR);
        return with(plain, plain.limits().with(charged()));
    }

    public static Conditions charged() {
        return Conditions.of(
                new Condition.Metered(new Money(50), MeterKind.SERVICE_COUNT), new Condition.SubjectConsent("2026-1"));
    }

    /** Every contract, parents first. */
    public static List<Contract> contracts() {
        return List.of(
                scheme(),
                agreement(),
                partner(),
                scenario37(),
                approval37(),
                agencySubscription(),
                scenario04(),
                approval04(),
                bankSubscription());
    }

    /** Every link, signed; those given stand in for the ones with their ids. */
    public static List<Mandate> mandates(Mandate... instead) {
        List<Mandate> all = new ArrayList<>();
        for (Contract contract : contracts()) {
            Mandate link = signed(contract);
            for (Mandate other : instead) {
                link = other.id().equals(link.id()) ? other : link;
            }
            all.add(link);
        }
        return all;
    }

    /** Every link but the one with this id and what hangs on it. */
    public static List<Mandate> without(String id) {
        MandateTree tree = MandateTree.of(mandates());
        List<Mandate> all = new ArrayList<>(tree.all());
        all.removeAll(tree.below(id(id)));
        all.removeIf(link -> link.id().equals(id(id)));
        return all;
    }

    public static List<ItemState> items() {
        return List.of(
                new ItemState(PAID, true, true, Level.L3),
                new ItemState(DETAIL, true, true, Level.L3),
                new ItemState(FIRM, true, true, Level.L2));
    }

    public static Attenuation.Ground ground(List<Mandate> mandates) {
        return new Attenuation.Ground(
                MandateTree.of(mandates),
                items().stream().collect(Collectors.toMap(ItemState::item, state -> state)),
                Naming.CODES);
    }

    public static Mandate signed(Contract contract) {
        return Mandate.of(contract, Timeline.of(change(MandateState.SIGNED)));
    }

    public static StatusChange change(MandateState state) {
        return new StatusChange(state, NOON, TODAY, BUREAU, "");
    }

    public static Contract with(Contract contract, Scope scope) {
        return new Contract(
                contract.id(), contract.place(), contract.parties(), contract.title(), scope, contract.limits());
    }

    public static Contract with(Contract contract, Limits limits) {
        return new Contract(
                contract.id(), contract.place(), contract.parties(), contract.title(), contract.scope(), limits);
    }

    public static Contract with(Contract contract, Parties parties) {
        return new Contract(
                contract.id(), contract.place(), parties, contract.title(), contract.scope(), contract.limits());
    }

    public static Contract with(Contract contract, Placement place) {
        return new Contract(
                contract.id(), place, contract.parties(), contract.title(), contract.scope(), contract.limits());
    }

    /** What scheme and agreements reach: three items with all or named columns, any purpose and recipient. */
    public static Scope whole() {
        return Scope.of(
                List.of(
                        item(PAID, Choice.of("person_id", "paid_month", "base"), Level.L3),
                        item(DETAIL, Choice.any(), Level.L3),
                        item(FIRM, Choice.any(), Level.L2)),
                Choice.any(),
                Choice.any(),
                Choice.any(),
                new Floor(10));
    }

    public static Scope scope37() {
        return Scope.of(
                List.of(
                        item(PAID, Choice.of("person_id", "paid_month"), Level.L3),
                        item(DETAIL, Choice.of("person_id", "state"), Level.L3)),
                Choice.of(EMPLOYMENT),
                Choice.of(DeliveryForm.API),
                Choice.of(AGENCY),
                new Floor(10));
    }

    public static Scope scope04() {
        return Scope.of(
                List.of(
                        item(PAID, Choice.of("paid_month", "base"), Level.L3),
                        item(FIRM, Choice.of("credit_code"), Level.L2)),
                Choice.of(CREDIT),
                Choice.of(DeliveryForm.API),
                Choice.of(BANK),
                new Floor(10));
    }

    public static ItemScope item(ItemId item, Choice<String> columns, Level maximum) {
        return new ItemScope(item, columns, maximum);
    }

    /** The scope with one item changed or added. */
    public static Scope with(Scope scope, ItemScope item) {
        Map<ItemId, ItemScope> items = new HashMap<>(scope.items());
        items.put(item.item(), item);
        return new Scope(items, scope.purposes(), scope.forms(), scope.recipients(), scope.floor());
    }

    private static Contract contract(
            String id,
            MandateKind kind,
            @Nullable String parent,
            @Nullable ProductCode product,
            Parties parties,
            Scope scope,
            Term term) {
        return new Contract(
                id(id),
                new Placement(kind, parent == null ? null : id(parent), product),
                parties,
                kind.in(Language.ZH) + " " + id,
                scope,
                Limits.of(term));
    }
}
