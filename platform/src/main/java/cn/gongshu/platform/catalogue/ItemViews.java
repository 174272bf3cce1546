package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Seal;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.catalogue.CatalogueImport.AnnexUnit;
import cn.gongshu.platform.catalogue.CatalogueImport.DataProvider;
import cn.gongshu.platform.catalogue.CatalogueStore.ItemVersion;
import cn.gongshu.platform.catalogue.ItemProducts.ProductUse;
import cn.gongshu.platform.catalogue.ItemView.Catalogue;
import cn.gongshu.platform.catalogue.ItemView.LackView;
import cn.gongshu.platform.catalogue.ItemView.SealView;
import cn.gongshu.platform.catalogue.ItemView.Summary;
import cn.gongshu.platform.catalogue.ItemView.UnitView;
import cn.gongshu.platform.catalogue.Storage.StoredTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what is answered about items: rows, seals, storage, products. */
@Component
class ItemViews {

    private final CatalogueStore store;
    private final LevelHistory levels;
    private final Acts acts;
    private final ObjectProvider<Storage> storage;
    private final ObjectProvider<ItemProducts> products;

    ItemViews(
            CatalogueStore store,
            LevelHistory levels,
            Acts acts,
            ObjectProvider<Storage> storage,
            ObjectProvider<ItemProducts> products) {
        this.store = store;
        this.levels = levels;
        this.acts = acts;
        this.storage = storage;
        this.products = products;
    }

    @Transactional(readOnly = true)
    public Catalogue catalogue(Language language) {
        List<CatalogueItem> items = store.items();
        Around around = around();
        return new Catalogue(
                summary(items, around.units.size()),
                items.stream().map(item -> view(item, around, language)).toList());
    }

    @Transactional(readOnly = true)
    public Optional<ItemView> item(String id, Language language) {
        return store.item(id).map(item -> view(item, around(), language));
    }

    private static Summary summary(List<CatalogueItem> items, int units) {
        Predicate<CatalogueItem> waits =
                item -> item.declaration().collectionState() == CollectionState.TO_BE_COLLECTED;
        int toBeCollected = count(items, waits);
        return new Summary(
                units,
                items.size(),
                items.size() - toBeCollected,
                toBeCollected,
                count(items, waits.and(item -> item.declaration().duplicateOf() == null)),
                count(items, item -> item.published() != null),
                count(items, item -> !item.declaration().defects().isEmpty()));
    }

    private static int count(List<CatalogueItem> items, Predicate<CatalogueItem> which) {
        return Math.toIntExact(items.stream().filter(which).count());
    }

    private Around around() {
        return new Around(
                store.units().stream().collect(Collectors.toMap(AnnexUnit::no, Function.identity())),
                store.providers(),
                levels.all(),
                store.versions(),
                storage.stream().findFirst().map(Storage::tables).orElse(Map.of()),
                products.stream().findFirst().map(ItemProducts::byItem).orElse(Map.of()),
                acts.lastWriters(StateTable.CATALOGUE_ITEM));
    }

    private static ItemView view(CatalogueItem item, Around around, Language language) {
        Declaration declaration = item.declaration();
        String id = item.id().value();
        AnnexUnit unit = Objects.requireNonNull(around.units.get(item.unit()));
        return new ItemView(
                id,
                declaration.name(),
                declaration.sourceText(),
                new UnitView(unit.no(), unit.name()),
                unit.providers().stream()
                        .map(around.providers::get)
                        .filter(Objects::nonNull)
                        .toList(),
                declaration.collectionState(),
                declaration.updateFrequency(),
                declaration.duplicateOf(),
                item.level(),
                around.levels.getOrDefault(id, List.of()),
                ItemView.Interests.of(declaration),
                declaration.interests(),
                declaration.promise(language),
                declaration.qualityPromise(),
                declaration.meaning(),
                declaration.legalBasis(),
                declaration.subjects(),
                declaration.columns(),
                declaration.joins(),
                declaration.defects(),
                lacks(item),
                item.version(),
                around.versions.getOrDefault(id, List.of()),
                item.published(),
                item.inForce(),
                item.suspended(),
                around.storage.get(item.id()),
                around.products.getOrDefault(item.id(), List.of()),
                seal(around.writers.get(id)));
    }

    private static List<LackView> lacks(CatalogueItem item) {
        return item.declaration().lacks(item.id()).stream()
                .map(lack -> new LackView(lack.name(), lack.in(Language.ZH), lack.in(Language.EN), lack.clause()))
                .toList();
    }

    private static @Nullable SealView seal(@Nullable Seal writer) {
        return writer == null || writer.sealedIndex() == null ? null : new SealView(writer.id(), writer.sealedIndex());
    }

    /** Everything about items that does not stand in their own rows. */
    private record Around(
            Map<Integer, AnnexUnit> units,
            Map<String, DataProvider> providers,
            Map<String, List<LevelChange>> levels,
            Map<String, List<ItemVersion>> versions,
            Map<ItemId, StoredTable> storage,
            Map<ItemId, List<ProductUse>> products,
            Map<String, Seal> writers) {}
}
