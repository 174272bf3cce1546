package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.platform.catalogue.ItemState.ColumnState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue as other packages read it. */
@Service
public class CatalogueFacts {

    private final CatalogueStore store;

    CatalogueFacts(CatalogueStore store) {
        this.store = store;
    }

    /** The state of every item, in the order of the annex, as of one moment. */
    @Transactional(readOnly = true)
    public Map<ItemId, ItemState> itemStates() {
        Map<ItemId, ItemState> states = new LinkedHashMap<>();
        Map<String, Declaration> published = store.publishedDeclarations();
        store.items()
                .forEach(item -> states.put(
                        item.id(), state(item, published.get(item.id().value()))));
        return states;
    }

    /** The items whose rows, as declared so far, are about persons. */
    @Transactional(readOnly = true)
    public Set<ItemId> aboutPersons() {
        return store.items().stream()
                .filter(item -> item.declaration().aboutPersons())
                .map(CatalogueItem::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ItemState state(CatalogueItem item, @Nullable Declaration published) {
        return new ItemState(
                item.declaration().name(),
                item.declaration().collectionState(),
                item.declaration().updateFrequency(),
                item.published() != null,
                item.inForce(),
                item.level(),
                published == null ? List.of() : columns(published));
    }

    private static List<ColumnState> columns(Declaration published) {
        return published.columns().stream()
                .map(column -> new ColumnState(column.code(), column.type(), column.level(), column.control()))
                .toList();
    }
}
