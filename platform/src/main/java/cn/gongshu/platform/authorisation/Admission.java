package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Attenuation;
import cn.gongshu.mandate.Attenuation.Ground;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateTree;
import cn.gongshu.mandate.Naming;
import cn.gongshu.platform.catalogue.CatalogueFacts;
import cn.gongshu.platform.product.ProductFacts;
import cn.gongshu.platform.product.ProductFacts.ProductFact;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.FloorRules;
import cn.gongshu.regulation.GoLiveRules;
import cn.gongshu.regulation.MeterKind;
import cn.gongshu.regulation.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether a link may be made as things stand: attenuation, and for a go-live approval the product's file (R074, Q11, R127). */
@Component
class Admission {

    private final MandateStore store;
    private final CatalogueFacts catalogue;
    private final ProductFacts products;
    private final Attenuation attenuation;
    private final Naming naming;
    private final Parameters parameters;
    private final LegalDate legalDate;

    Admission(MandateStore store, CatalogueFacts catalogue, ProductFacts products, Law law) {
        this.store = store;
        this.catalogue = catalogue;
        this.products = products;
        this.attenuation = new Attenuation(law.parameters());
        this.naming = law.naming();
        this.parameters = law.parameters();
        this.legalDate = law.legalDate();
    }

    /** What the law says: its parameters, the names of things, the date. */
    @Component
    record Law(Parameters parameters, Naming naming, LegalDate legalDate) {}

    /** The contract again, or the first reason why it may not become a link now. */
    Outcome<Contract> admit(Contract contract) {
        Ground ground = new Ground(MandateTree.of(store.all()), itemStates(), naming);
        return attenuation
                .check(contract, ground, legalDate.today())
                .then(narrower -> inCatalogue(narrower, ground.items().keySet()))
                .then(this::floored)
                .then(this::prerequisites);
    }

    /** A scheme has no parent to be held to: its items must at least stand in the catalogue (R011). */
    private static Outcome<Contract> inCatalogue(Contract contract, Set<ItemId> catalogue) {
        return contract.scope().items().keySet().stream()
                .filter(item -> !catalogue.contains(item))
                .findFirst()
                .<Outcome<Contract>>map(item -> Outcome.refused(Refusal.of(
                                ErrorCode.FIELD_INVALID,
                                Map.of(
                                        "field", "scope.items",
                                        "rule", "目录中没有 " + item,
                                        "rule@en", "the catalogue has no " + item))
                        .under("R011")))
                .orElseGet(() -> Outcome.done(contract));
    }

    /** A link that may deliver more than single answers about persons has at least the city's floor (Q14). */
    private Outcome<Contract> floored(Contract contract) {
        Set<ItemId> aboutPersons = catalogue.aboutPersons();
        boolean persons = contract.scope().items().keySet().stream().anyMatch(aboutPersons::contains);
        boolean aggregates = Arrays.stream(DeliveryForm.values())
                .anyMatch(form ->
                        form != DeliveryForm.API && contract.scope().forms().has(form));
        return persons && aggregates
                ? FloorRules.stated(contract.scope().floor().k(), FloorRules.least(parameters, legalDate.today()))
                        .map(floor -> contract)
                : Outcome.done(contract);
    }

    /** States of all items as the chain reads them. */
    Map<ItemId, ItemState> itemStates() {
        Map<ItemId, ItemState> states = new HashMap<>();
        catalogue
                .itemStates()
                .forEach((id, item) ->
                        states.put(id, new ItemState(id, item.published(), item.inForce(), item.level())));
        return states;
    }

    private Outcome<Contract> prerequisites(Contract contract) {
        ProductCode product = contract.place().product();
        if (contract.kind() != MandateKind.GO_LIVE_APPROVAL || product == null) {
            return Outcome.done(contract);
        }
        ProductFact fact = products.products().get(product);
        if (fact == null) {
            return Outcome.refused(Refusal.of(ErrorCode.PRODUCT_UNKNOWN, Map.of("product", product.value())));
        }
        return GoLiveRules.prerequisites(fact.prerequisites(product))
                .then(price -> priced(contract, price, fact.price()));
    }

    /** The approval states the very price and meter on file: none for a free product. */
    private static Outcome<Contract> priced(Contract contract, Money price, ProductFacts.@Nullable Price filed) {
        Condition metered = contract.limits().conditions().byKind().get("metered");
        boolean same = metered instanceof Condition.Metered(Money amount, MeterKind meter)
                ? amount.equals(price) && filed != null && meter == filed.meter()
                : price.equals(Money.ZERO);
        return same ? Outcome.done(contract) : Outcome.refused(otherPrice(price));
    }

    private static Refusal otherPrice(Money price) {
        return Refusal.of(
                ErrorCode.FIELD_INVALID,
                Map.of(
                        "field", "conditions.metered",
                        "rule", "须与所报试行收费标准及计量方式一致（" + price.yuan() + " 元）",
                        "rule@en", "the trial price and meter on file (" + price.yuan() + " yuan)"));
    }
}
