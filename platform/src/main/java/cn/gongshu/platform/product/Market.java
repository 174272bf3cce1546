package cn.gongshu.platform.product;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.catalogue.CatalogueFacts;
import cn.gongshu.platform.catalogue.ItemProducts;
import cn.gongshu.platform.catalogue.ItemState;
import cn.gongshu.platform.product.ProductDeclaration.Need;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The products with their readiness, computed from the catalogue as it stands. */
@Service
class Market implements ItemProducts, ProductFacts {

    private final ProductStore store;
    private final CatalogueFacts catalogue;
    private final ProductLife life;

    Market(ProductStore store, CatalogueFacts catalogue, ProductLife life) {
        this.life = life;
        this.store = store;
        this.catalogue = catalogue;
    }

    @Transactional(readOnly = true)
    public List<ProductView> views() {
        Map<ItemId, ItemState> items = catalogue.itemStates();
        Map<ProductCode, Boolean> activated = life.activated();
        return store.products().stream()
                .map(product ->
                        ProductView.of(product, Needs.of(product.declaration(), items), activated.get(product.code())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Outcome<ProductPage> page(String code) {
        return view(code)
                .map(view -> new ProductPage(
                        view, life.version(new ProductCode(view.code())).orElse(null)));
    }

    @Transactional(readOnly = true)
    public Outcome<ProductView> view(String code) {
        return store.product(code)
                .map(product -> Outcome.done(ProductView.of(
                        product,
                        Needs.of(product.declaration(), catalogue.itemStates()),
                        life.activated().get(product.code()))))
                .orElseGet(() -> Outcome.refused(Refusal.of(ErrorCode.PRODUCT_UNKNOWN, Map.of("product", code))));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ItemId, List<ProductUse>> byItem() {
        Map<ItemId, List<ProductUse>> uses = new HashMap<>();
        for (ProductView product : views()) {
            ProductUse use = new ProductUse(product.code(), product.name(), product.readiness());
            product.needs().stream()
                    .flatMap(need -> java.util.stream.Stream.ofNullable(need.item()))
                    .distinct()
                    .forEach(item -> uses.computeIfAbsent(new ItemId(item), _ -> new ArrayList<>())
                            .add(use));
        }
        return uses;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductCode, ProductFact> products() {
        Map<ProductCode, ProductFact> facts = new LinkedHashMap<>();
        store.products().forEach(product -> facts.put(product.code(), fact(product)));
        return facts;
    }

    private static ProductFact fact(Product product) {
        ProductDeclaration declaration = product.declaration();
        Product.TrialPrice price = product.trialPrice();
        return new ProductFact(
                declaration.name(),
                declaration.category(),
                Set.copyOf(declaration.forms()),
                items(declaration),
                product.registration() != null,
                product.legalGate() != null,
                price == null ? null : new ProductFacts.Price(new cn.gongshu.kernel.Money(price.fen()), price.meter()));
    }

    private static Set<ItemId> items(ProductDeclaration declaration) {
        Set<ItemId> items = new LinkedHashSet<>();
        for (Need need : declaration.needs()) {
            if (need.item() != null) {
                items.add(new ItemId(need.item()));
            }
        }
        return items;
    }
}
