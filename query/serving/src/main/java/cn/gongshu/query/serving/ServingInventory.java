package cn.gongshu.query.serving;

import cn.gongshu.kernel.ProductCode;

import javax.sql.DataSource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lists the copies of data that serving tables are, read from the tables themselves so that none is forgotten. */
public final class ServingInventory {

    private static final String COPIES = """
            SELECT d ->> 'product', (d ->> 'generation')::bigint, p.product IS NOT NULL, (d ->> 'rows')::bigint,
                   pg_total_relation_size(t.oid),
                   (SELECT array_agg(ARRAY[s.key, s.value] ORDER BY s.key) FROM jsonb_each_text(d -> 'snapshots') s),
                   d ->> 'asOf', d ->> 'builtAt'
            FROM pg_class t
            JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'serving'
            CROSS JOIN LATERAL (SELECT obj_description(t.oid, 'pg_class')::jsonb AS d) described
            LEFT JOIN serving.pointer p ON p.table_name = t.relname
            WHERE t.relkind = 'r' AND starts_with(obj_description(t.oid, 'pg_class'), '{')
            ORDER BY 1, 2
            """;

    private final Database database;

    public ServingInventory(DataSource source) {
        this.database = new Database(source);
    }

    /** All copies, by product and generation. */
    public List<ServingCopy> copies() {
        return database.each("the copies could not be listed", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(COPIES)) {
                List<ServingCopy> copies = new ArrayList<>();
                while (rows.next()) {
                    copies.add(copy(rows));
                }
                return copies;
            }
        });
    }

    private static ServingCopy copy(ResultSet row) throws SQLException {
        return new ServingCopy(
                new ProductCode(row.getString(1)),
                row.getLong(2),
                row.getBoolean(3),
                row.getLong(4),
                row.getLong(5),
                Pointers.snapshots(row.getArray(6)),
                LocalDate.parse(row.getString(7)),
                Instant.parse(row.getString(8)));
    }
}
