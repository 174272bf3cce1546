package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The lake's table of tables, in PostgreSQL. */
final class Catalogue implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.of("lake");
    private static final String ITEM = "gongshu.item";
    /** Any constant of ours: two processes that open an empty database take turns. */
    private static final long OPENING_LOCK = 0x676f6e677368756cL;

    private final JdbcCatalog catalog;
    private final LakeConfig config;

    private Catalogue(JdbcCatalog catalog, LakeConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    static Catalogue open(LakeConfig config, WarehouseFiles files) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + OPENING_LOCK + ")");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + config.schema());
            ExpiredLoads.createTable(connection, config.schema());
            return new Catalogue(initialised(config, files), config);
        } catch (SQLException | UncheckedSQLException e) {
            throw unreachable(e);
        }
    }

    private static JdbcCatalog initialised(LakeConfig config, WarehouseFiles files) {
        JdbcCatalog catalog = new JdbcCatalog(properties -> files, null, true);
        catalog.initialize(
                "gongshu",
                Map.of(
                        "uri", config.jdbcUrl(),
                        "jdbc.user", config.user(),
                        "jdbc.password", config.password(),
                        "jdbc.currentSchema", config.schema(),
                        "warehouse", WarehouseFiles.SCHEME));
        if (!catalog.namespaceExists(NAMESPACE)) {
            catalog.createNamespace(NAMESPACE);
        }
        return catalog;
    }

    static Connection connect(LakeConfig config) throws SQLException {
        return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    }

    static Fault unreachable(Exception cause) {
        return new Fault(ErrorCode.DATABASE_UNREACHABLE, "the lake's catalogue cannot be reached", cause);
    }

    /** Runs what needs the catalogue; a database that is away is a fault of that name. */
    static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedSQLException e) {
            throw unreachable(e);
        }
    }

    LakeConfig config() {
        return config;
    }

    Optional<Table> table(ItemId item) {
        return reaching(() -> {
            try {
                Table table = catalog.loadTable(identifier(item));
                return item.value().equals(table.properties().get(ITEM)) ? Optional.of(table) : Optional.empty();
            } catch (NoSuchTableException e) {
                return Optional.empty();
            }
        });
    }

    /** The item's table, created when it is not there. */
    Table create(ItemTable itemTable) {
        ItemId item = itemTable.item();
        return reaching(() -> {
            try {
                return build(itemTable);
            } catch (AlreadyExistsException e) {
                return table(item)
                        .orElseThrow(
                                () -> new IllegalArgumentException("another item has the table name of " + item, e));
            }
        });
    }

    private Table build(ItemTable itemTable) {
        ItemId item = itemTable.item();
        return catalog.buildTable(identifier(item), IcebergTypes.schema(itemTable.columns()))
                .withLocation(WarehouseFiles.SCHEME + NAMESPACE + "/" + ItemTable.tableName(item))
                .withProperties(Map.of(
                        ITEM,
                        item.value(),
                        TableProperties.FORMAT_VERSION,
                        "2",
                        TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
                        "true",
                        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                        "20"))
                .create();
    }

    static String storedAs(ItemId item) {
        return identifier(item).toString();
    }

    private static TableIdentifier identifier(ItemId item) {
        return TableIdentifier.of(NAMESPACE, ItemTable.tableName(item));
    }

    /** Items that have a table, in order. */
    List<ItemId> items() {
        return reaching(() -> catalog.listTables(NAMESPACE).stream()
                .map(id -> catalog.loadTable(id).properties().get(ITEM))
                .filter(id -> id != null)
                .sorted()
                .map(ItemId::new)
                .toList());
    }

    @Override
    public void close() {
        catalog.close();
    }
}
