package cn.gongshu.query.serving;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pointer: one row per product that says which table is served. */
final class Pointers {

    private static final String PUBLISH = """
            INSERT INTO serving.pointer (product, generation, table_name, subject_kind, columns, snapshots, as_of,
                                         built_at, row_count)
            VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            ON CONFLICT (product) DO UPDATE SET
                generation = excluded.generation, table_name = excluded.table_name,
                subject_kind = excluded.subject_kind, columns = excluded.columns, snapshots = excluded.snapshots,
                as_of = excluded.as_of, built_at = excluded.built_at, row_count = excluded.row_count
            WHERE serving.pointer.generation < excluded.generation
            """;

    /** Columns and snapshots come as arrays, name and type or item and snapshot by turns: no JSON is parsed here. */
    private static final String READ = """
            SELECT generation, table_name, subject_kind, as_of, built_at, row_count,
                   (SELECT array_agg(ARRAY[c.value ->> 'name', c.value ->> 'type'] ORDER BY c.ordinality)
                    FROM jsonb_array_elements(columns) WITH ORDINALITY c),
                   (SELECT array_agg(ARRAY[s.key, s.value] ORDER BY s.key) FROM jsonb_each_text(snapshots) s)
            FROM serving.pointer WHERE product = ?
            """;

    private Pointers() {}

    static boolean publish(Connection connection, ServingTable table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISH)) {
            statement.setString(1, table.product().value());
            statement.setLong(2, table.generation());
            statement.setString(3, table.tableName());
            statement.setString(4, table.subjectKind());
            statement.setString(5, CanonicalJson.text(TableWriter.columns(table.columns())));
            statement.setString(6, CanonicalJson.text(TableWriter.snapshots(table.snapshots())));
            statement.setObject(7, table.asOf());
            statement.setObject(8, table.builtAt().atOffset(ZoneOffset.UTC));
            statement.setLong(9, table.rows());
            return statement.executeUpdate() == 1;
        }
    }

    static void delete(Connection connection, ProductCode product) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM serving.pointer WHERE product = ?")) {
            statement.setString(1, product.value());
            statement.executeUpdate();
        }
    }

    static Optional<ServingTable> read(Connection connection, ProductCode product) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, product.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(table(product, row)) : Optional.empty();
            }
        }
    }

    private static ServingTable table(ProductCode product, ResultSet row) throws SQLException {
        List<ServingColumn> columns = new ArrayList<>();
        for (String[] column : pairs(row.getArray(7))) {
            columns.add(new ServingColumn(column[0], ServingType.valueOf(column[1])));
        }
        return new ServingTable(
                product,
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                columns,
                snapshots(row.getArray(8)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getLong(6));
    }

    static Map<ItemId, Long> snapshots(Array array) throws SQLException {
        Map<ItemId, Long> snapshots = new LinkedHashMap<>();
        for (String[] snapshot : pairs(array)) {
            snapshots.put(new ItemId(snapshot[0]), Long.valueOf(snapshot[1]));
        }
        return snapshots;
    }

    private static String[][] pairs(Array array) throws SQLException {
        return (String[][]) array.getArray();
    }
}
