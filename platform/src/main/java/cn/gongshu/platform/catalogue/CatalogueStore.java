package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.catalogue.CatalogueImport.AnnexUnit;
import cn.gongshu.platform.catalogue.CatalogueImport.DataProvider;
import cn.gongshu.platform.catalogue.CatalogueItem.Published;
import cn.gongshu.platform.catalogue.CatalogueItem.Suspended;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the catalogue's rows. */
@Component
class CatalogueStore {

    private static final String ITEMS = """
            SELECT i.id, i.unit, i.line, i.version, v.declaration, i.level, i.published_version, i.published_batch,
                   b.batch_date, i.suspended_since, i.suspended_by, i.suspension_reason
              FROM catalogue_item i
              JOIN catalogue_item_version v ON v.item = i.id AND v.version = i.version
              LEFT JOIN publication_batch b ON b.number = i.published_batch
            """;

    private final JdbcClient db;

    CatalogueStore(JdbcClient db) {
        this.db = db;
    }

    List<CatalogueItem> items() {
        return db.sql(ITEMS + " ORDER BY i.unit, i.line")
                .query(CatalogueStore::item)
                .list();
    }

    Optional<CatalogueItem> item(String id) {
        return db.sql(ITEMS + " WHERE i.id = ?")
                .param(id)
                .query(CatalogueStore::item)
                .optional();
    }

    /** The items with these ids, by id, locked until the transaction ends so that no other act changes them meanwhile. */
    Map<String, CatalogueItem> locked(Collection<String> ids) {
        String[] wanted = ids.toArray(String[]::new);
        // Locked first and read after: one statement would join the row as it was before a wait to what came since.
        db.sql("SELECT id FROM catalogue_item WHERE id = ANY(?) ORDER BY id FOR UPDATE")
                .param(wanted)
                .query(String.class)
                .list();
        Map<String, CatalogueItem> found = new HashMap<>();
        db.sql(ITEMS + " WHERE i.id = ANY(?)")
                .param(wanted)
                .query(CatalogueStore::item)
                .list()
                .forEach(item -> found.put(item.id().value(), item));
        return found;
    }

    List<AnnexUnit> units() {
        return db.sql("SELECT no, name, providers FROM annex_unit ORDER BY no")
                .query((row, number) -> new AnnexUnit(row.getInt("no"), row.getString("name"), texts(row, "providers")))
                .list();
    }

    /** Data providers by id. */
    Map<String, DataProvider> providers() {
        Map<String, DataProvider> providers = new HashMap<>();
        db.sql("SELECT id, name, name_en FROM data_provider")
                .query(DataProvider.class)
                .list()
                .forEach(provider -> providers.put(provider.id(), provider));
        return providers;
    }

    /** Ids of the providers that own an item of this unit. */
    Set<String> providersOf(int unit) {
        return Set.copyOf(db.sql("SELECT unnest(providers) FROM annex_unit WHERE no = ?")
                .param(unit)
                .query(String.class)
                .list());
    }

    /** The declaration a batch published, for every item that has one. */
    Map<String, Declaration> publishedDeclarations() {
        Map<String, Declaration> published = new HashMap<>();
        db.sql("""
                SELECT i.id, v.declaration FROM catalogue_item i
                  JOIN catalogue_item_version v ON v.item = i.id AND v.version = i.published_version
                """).query(row -> {
            published.put(row.getString("id"), declaration(row));
        });
        return published;
    }

    /** The versions of every item's declaration, by item, oldest first. */
    Map<String, List<ItemVersion>> versions() {
        Map<String, List<ItemVersion>> versions = new HashMap<>();
        db.sql("SELECT item, version, sha256, declared_at FROM catalogue_item_version ORDER BY item, version")
                .query(row -> {
                    versions.computeIfAbsent(row.getString("item"), _ -> new ArrayList<>())
                            .add(new ItemVersion(
                                    row.getInt("version"),
                                    row.getString("sha256"),
                                    row.getObject("declared_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return versions;
    }

    /**
     * One version of an item's declaration.
     *
     * @param sha256 hash of the canonical declaration
     */
    record ItemVersion(int version, String sha256, Instant declaredAt) {}

    private static CatalogueItem item(ResultSet row, int number) throws SQLException {
        return new CatalogueItem(
                new ItemId(row.getString("id")),
                row.getInt("unit"),
                row.getInt("line"),
                row.getInt("version"),
                declaration(row),
                level(row, "level"),
                published(row),
                suspended(row));
    }

    private static Declaration declaration(ResultSet row) throws SQLException {
        return CanonicalRecord.read(row.getString("declaration"), Declaration.class);
    }

    static @Nullable Level level(ResultSet row, String column) throws SQLException {
        String level = row.getString(column);
        return level == null ? null : Level.valueOf(level);
    }

    private static @Nullable Published published(ResultSet row) throws SQLException {
        String batch = row.getString("published_batch");
        return batch == null
                ? null
                : new Published(batch, row.getObject("batch_date", LocalDate.class), row.getInt("published_version"));
    }

    private static @Nullable Suspended suspended(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("suspended_since", OffsetDateTime.class);
        return since == null
                ? null
                : new Suspended(since.toInstant(), row.getString("suspended_by"), row.getString("suspension_reason"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
