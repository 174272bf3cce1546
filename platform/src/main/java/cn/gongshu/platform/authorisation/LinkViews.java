package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Choice;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Scope;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Seal;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.authorisation.Admission.Law;
import cn.gongshu.platform.authorisation.LinkPapers.Papers;
import cn.gongshu.platform.authorisation.LinkPapers.Signed;
import cn.gongshu.platform.authorisation.LinkView.Coded;
import cn.gongshu.platform.authorisation.LinkView.PartyRef;
import cn.gongshu.platform.authorisation.LinkView.ProductRef;
import cn.gongshu.platform.authorisation.LinkView.QuotaState;
import cn.gongshu.platform.authorisation.LinkView.ScopeItem;
import cn.gongshu.platform.authorisation.LinkView.ScopeView;
import cn.gongshu.platform.authorisation.LinkView.SignatureOf;
import cn.gongshu.platform.authorisation.LinkView.Since;
import cn.gongshu.platform.authorisation.LinkView.TermView;
import cn.gongshu.platform.catalogue.CatalogueFacts;
import cn.gongshu.platform.catalogue.ItemState;
import cn.gongshu.platform.evidence.UseCounts;
import cn.gongshu.platform.product.ProductFacts;
import cn.gongshu.platform.product.ProductFacts.ProductFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Shows the links with the names of everything they speak of, as of one moment. */
@Component
class LinkViews {

    /** Months before the end by which renewal is applied for (R068). */
    private static final String APPLY_MONTHS = "agreement.renewal.apply_months";

    private final MandateStore store;
    private final LinkPapers papers;
    private final Acts acts;
    private final Named named;
    private final Law law;

    LinkViews(MandateStore store, LinkPapers papers, Acts acts, Named named, Law law) {
        this.store = store;
        this.papers = papers;
        this.acts = acts;
        this.named = named;
        this.law = law;
    }

    /** Where names and counts come from. */
    @Component
    record Named(CatalogueFacts items, ProductFacts products, UseCounts counts) {}

    /** Every link that {@code officer} may see, parents before children; all that is said of them is of one snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<LinkView> all(Officer officer) {
        LocalDate today = law.legalDate().today();
        Moment moment = new Moment(
                today,
                law.parameters().number(APPLY_MONTHS, today),
                law.naming(),
                new Names(named.items.itemStates(), named.products.products()),
                new Facts(
                        papers.byLink(),
                        papers.signatures(),
                        acts.lastWriters(StateTable.MANDATE_STATUS),
                        named.counts.byMandate()));
        return store.all().stream()
                .filter(link -> LinkAudience.sees(officer, link.contract()))
                .map(moment::link)
                .toList();
    }

    private record Names(Map<ItemId, ItemState> items, Map<ProductCode, ProductFact> products) {}

    private record Facts(
            Map<String, Papers> papers,
            Map<String, List<Signed>> signatures,
            Map<String, Seal> acts,
            Map<String, Long> used) {}

    /** Everything read once for all links. */
    private record Moment(LocalDate today, int applyMonths, Naming naming, Names names, Facts facts) {

        LinkView link(Mandate mandate) {
            Contract contract = mandate.contract();
            String id = contract.id().value();
            var parent = contract.place().parent();
            var product = contract.place().product();
            var quota = contract.limits().quota();
            long used = facts.used.getOrDefault(id, 0L);
            Papers own = Objects.requireNonNull(facts.papers.get(id), "a link has a status");
            Seal act = facts.acts.get(own.status());
            return new LinkView(
                    id,
                    contract.kind(),
                    contract.title(),
                    parent == null ? null : parent.value(),
                    product == null ? null : product(product),
                    party(contract.parties().grantor()),
                    party(contract.parties().grantee()),
                    term(mandate),
                    mandate.state(today),
                    since(mandate, own, act),
                    scope(contract.scope()),
                    quota == null ? null : new QuotaState(quota.uses(), used),
                    used,
                    contract.limits().conditions().all().stream()
                            .map(Condition::kind)
                            .toList(),
                    own.document(),
                    contract.hash().hex(),
                    facts.signatures.getOrDefault(id, List.of()).stream()
                            .map(signed -> new SignatureOf(party(new PartyId(signed.party())), signed.at()))
                            .toList(),
                    act == null ? null : act.sealedIndex());
        }

        private TermView term(Mandate mandate) {
            var term = mandate.term();
            boolean runningOut = !today.isBefore(term.until().minusMonths(applyMonths));
            return new TermView(term.from(), term.lastDay(), term.daysLeft(today), runningOut);
        }

        private static Since since(Mandate mandate, Papers own, @Nullable Seal act) {
            var last = mandate.timeline().last();
            return new Since(
                    last.at(), own.changedBy(), last.reason(), act == null ? null : act.clause(), own.ground());
        }

        private ScopeView scope(Scope scope) {
            int floor = scope.floor().k();
            return new ScopeView(
                    scope.items().values().stream().map(this::item).toList(),
                    listed(scope.purposes(), this::purpose),
                    listed(scope.forms(), Function.identity()),
                    listed(scope.recipients(), this::party),
                    floor == 1 ? null : floor);
        }

        private ScopeItem item(ItemScope item) {
            ItemState state = names.items.get(item.item());
            String id = item.item().value();
            return new ScopeItem(
                    id, state == null ? id : state.name(), listed(item.columns(), Function.identity()), item.maximum());
        }

        private static <T, V> @Nullable List<V> listed(Choice<T> choice, Function<T, V> view) {
            return switch (choice) {
                case Choice.Any<T>() -> null;
                case Choice.Only<T>(var values) ->
                    values.stream()
                            .sorted((a, b) -> a.toString().compareTo(b.toString()))
                            .map(view)
                            .toList();
            };
        }

        private ProductRef product(ProductCode code) {
            ProductFact fact = names.products.get(code);
            return new ProductRef(code.value(), fact == null ? code.value() : fact.name());
        }

        private PartyRef party(PartyId id) {
            return new PartyRef(id.value(), naming.party(id).zh());
        }

        private Coded purpose(Purpose purpose) {
            var name = naming.purpose(purpose);
            return new Coded(purpose.code(), name.zh(), name.en());
        }
    }
}
