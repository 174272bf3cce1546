package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Seal;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.authorisation.Approvals;
import cn.gongshu.platform.catalogue.Storage;
import cn.gongshu.platform.catalogue.Storage.StoredTable;
import cn.gongshu.platform.product.ActiveVersion;
import cn.gongshu.platform.product.ActiveVersion.SnapshotRef;
import cn.gongshu.platform.product.ProductLife;
import cn.gongshu.query.serving.ServingTable;
import cn.gongshu.query.serving.ServingTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the market shows of activated products. */
@Component
class ProductActivity implements ProductLife {

    private final JdbcClient db;
    private final Approvals approvals;
    private final Acts acts;
    private final Storage storage;
    private final ServingTables tables;

    ProductActivity(JdbcClient db, Approvals approvals, Acts acts, Storage storage, ServingTables tables) {
        this.db = db;
        this.approvals = approvals;
        this.acts = acts;
        this.storage = storage;
        this.tables = tables;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductCode, Boolean> activated() {
        Map<ProductCode, Boolean> standing = approvals.standing();
        Map<ProductCode, Boolean> activated = new HashMap<>();
        db.sql("SELECT DISTINCT product FROM product_activation").query(String.class).list().stream()
                .map(ProductCode::new)
                .forEach(product -> activated.put(product, standing.getOrDefault(product, false)));
        return activated;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ActiveVersion> version(ProductCode product) {
        return db.sql("""
                SELECT a.id, a.definition, a.activated_at, o.display_name
                  FROM product_activation a JOIN officer o ON o.id = a.activated_by
                 WHERE a.product = ? ORDER BY a.seq DESC LIMIT 1
                """)
                .param(product.value())
                .query((row, number) -> version(product, row))
                .optional();
    }

    private ActiveVersion version(ProductCode product, ResultSet row) throws SQLException {
        Definition definition = Definition.stored(product, row.getString("definition"));
        String id = row.getString("id");
        Seal act = acts.lastWriters(StateTable.PRODUCT_ACTIVATION).get(id);
        return new ActiveVersion(
                id.substring(id.lastIndexOf('-') + 1),
                row.getObject("activated_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"),
                act == null ? null : act.sealedIndex(),
                definition.told().sentence(),
                definition.inputs().stream().map(ProductInput::field).toList(),
                definition.told().outputs(),
                snapshots(definition));
    }

    /** Those a serving table was built from; an aggregate reads the current ones. */
    private List<SnapshotRef> snapshots(Definition definition) {
        Map<ItemId, StoredTable> stored = storage.tables();
        Map<ItemId, Long> built = tables.current(definition.product())
                .map(ServingTable::snapshots)
                .orElse(Map.of());
        Set<ItemId> items = definition.needs().columns().keySet();
        return items.stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .flatMap(item -> snapshot(item, built, stored).stream())
                .toList();
    }

    private static Optional<SnapshotRef> snapshot(
            ItemId item, Map<ItemId, Long> built, Map<ItemId, StoredTable> stored) {
        StoredTable current = stored.get(item);
        Long read = built.get(item);
        String id = read != null ? read.toString() : current == null ? null : current.snapshot();
        if (id == null) {
            return Optional.empty();
        }
        Instant loadedAt = current != null && current.snapshot().equals(id) ? current.loadedAt() : null;
        return Optional.of(new SnapshotRef(item.value(), id, loadedAt));
    }
}
