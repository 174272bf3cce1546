package cn.gongshu.cities.luan.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.item.ColumnControl;
import cn.gongshu.cities.luan.item.ItemColumn;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.cities.luan.product.ProductColumn;
import cn.gongshu.cities.luan.product.ProductDefinition;
import cn.gongshu.cities.luan.terms.CityParameters;
import cn.gongshu.cities.luan.terms.Vocabulary;
import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Attenuation;
import cn.gongshu.mandate.Choice;
import cn.gongshu.mandate.Conditions;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Floor;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.Limits;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.MandateTree;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Parties;
import cn.gongshu.mandate.Placement;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Quota;
import cn.gongshu.mandate.Scope;
import cn.gongshu.mandate.StatusChange;
import cn.gongshu.mandate.Timeline;
import cn.gongshu.regulation.DeliveryForm;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class DemoScriptTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final AnnexOne ANNEX = AnnexOne.load();
    private static final PreparedItems ITEMS = PreparedItems.load(ANNEX);

    private final DemoScript script = DemoScript.load(ANNEX);

    @Test
    void R031_every_link_of_the_story_may_be_made_under_those_before_it() {
        Attenuation attenuation = new Attenuation(CityParameters.load().values());
        Map<ItemId, ItemState> states = ITEMS.items().stream()
                .collect(
                        Collectors.toMap(PreparedItem::id, item -> new ItemState(item.id(), true, true, item.level())));
        List<Mandate> made = new ArrayList<>();
        for (DemoLink link : script.links()) {
            Attenuation.Ground ground = new Attenuation.Ground(MandateTree.of(made), states, Naming.CODES);
            Outcome<Contract> outcome = attenuation.check(contract(link), ground, TODAY);
            assertThat(outcome).as(link.id().value()).isInstanceOf(Outcome.Done.class);
            StatusChange signed = new StatusChange(
                    MandateState.SIGNED, Instant.EPOCH, link.term().from(), link.grantor(), "");
            made.add(Mandate.of(contract(link), Timeline.of(signed)));
        }
        assertThat(made).extracting(Mandate::kind).contains(MandateKind.values());
        assertThat(made).extracting(mandate -> mandate.state(TODAY)).containsOnly(MandateState.IN_FORCE);
    }

    @Test
    void R049_from_the_scenario_down_a_link_reaches_exactly_its_products_columns() {
        for (DemoLink link : script.links()) {
            if (link.product() == null) {
                continue;
            }
            ProductDefinition product = ProductDefinition.load(link.product());
            assertThat(columns(link))
                    .as(link.id().value())
                    .isEqualTo(
                            product.columns().stream().map(ProductColumn::ref).collect(Collectors.toSet()));
            assertThat(link.scope().purposes()).isEqualTo(product.purposes());
            assertThat(link.scope().forms()).containsExactly(product.form().name());
        }
    }

    @Test
    void no_agreement_reaches_a_column_that_nothing_may_read_and_every_listed_column_exists() {
        for (DemoLink link : script.links()) {
            if (!link.kind().equals("SCHEME")) {
                assertThat(columns(link))
                        .as(link.id().value())
                        .allSatisfy(ref -> assertThat(column(ref).control()).isNotEqualTo(ColumnControl.NEVER));
            }
        }
    }

    @Test
    void an_items_level_stays_within_every_scope_that_names_it() {
        assertThat(script.links().stream().flatMap(link -> link.scope().items().stream()))
                .allSatisfy(item -> assertThat(
                                ITEMS.item(item.item()).orElseThrow().level().above(item.maximum()))
                        .isFalse());
    }

    @Test
    void accounts_belong_to_parties_and_every_paper_says_that_it_is_invented() {
        Set<PartyId> parties = script.parties().stream().map(DemoParty::id).collect(Collectors.toSet());
        assertThat(parties).hasSameSizeAs(script.parties());
        assertThat(script.accounts()).allSatisfy(account -> assertThat(parties).contains(account.party()));
        assertThat(script.accounts()).extracting(DemoAccount::user).doesNotHaveDuplicates();
        assertThat(script.accounts().stream().map(DemoAccount::role).distinct()).hasSize(17);
        assertThat(script.links())
                .allSatisfy(link -> assertThat(link.paper().number()).endsWith("（演示）"));
        assertThat(script.links())
                .allSatisfy(link ->
                        assertThat(link.paper().date()).isBefore(link.term().from()));
        assertThat(script.links().stream()
                        .flatMap(link -> link.scope().purposes().stream())
                        .filter(purpose -> !purpose.equals(DemoScope.ANY)))
                .allSatisfy(purpose -> assertThat(Vocabulary.purposes()).containsKey(purpose));
    }

    private static Set<ColumnRef> columns(DemoLink link) {
        Set<ColumnRef> columns = new HashSet<>();
        link.scope()
                .items()
                .forEach(item -> item.columns().forEach(code -> columns.add(new ColumnRef(item.item(), code))));
        return columns;
    }

    private static ItemColumn column(ColumnRef ref) {
        return ITEMS.item(ref.item()).orElseThrow().column(ref.column()).orElseThrow();
    }

    private static Contract contract(DemoLink link) {
        Long quota = link.quota();
        return new Contract(
                link.id(),
                new Placement(MandateKind.valueOf(link.kind()), link.parent(), link.product()),
                new Parties(link.grantor(), link.grantee()),
                link.title().zh(),
                scope(link.scope()),
                new Limits(link.term(), Conditions.of(), quota == null ? null : new Quota(quota), null));
    }

    private static Scope scope(DemoScope scope) {
        return Scope.of(
                scope.items().stream()
                        .map(item -> new ItemScope(item.item(), choice(item.columns(), code -> code), item.maximum()))
                        .toList(),
                choice(scope.purposes(), Purpose::new),
                choice(scope.forms(), DeliveryForm::valueOf),
                choice(scope.recipients(), PartyId::new),
                new Floor(scope.floor()));
    }

    private static <T> Choice<T> choice(List<String> values, Function<String, T> read) {
        return values.equals(List.of(DemoScope.ANY))
                ? Choice.any()
                : Choice.of(values.stream().map(read).toList());
    }
}
