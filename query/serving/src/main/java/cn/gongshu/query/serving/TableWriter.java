package cn.gongshu.query.serving;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes and fills one table in one transaction: a build that ends half-way was never there. */
final class TableWriter {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Clock clock;
    private final ServingLimits limits;

    TableWriter(Clock clock, ServingLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Fills the table; the caller commits what is done and rolls back what is refused. */
    Outcome<ServingTable> write(Connection connection, ServingBuild build, Iterator<ServingRow> rows)
            throws SQLException {
        String table = ServingBuild.sqlName(build.product(), build.generation());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (" + definition(build.columns()) + ")");
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN WITH (FORMAT binary, FREEZE true)");
            Outcome<Long> copied = copy(copy, build, rows);
            return copied.then(count -> finish(statement, table, ServingTable.of(build, now(), count)));
        }
    }

    /** In microseconds, the database's own grain, so that what is written and what is read are equal. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String definition(List<ServingColumn> columns) {
        return "subject text NOT NULL"
                + columns.stream()
                        .map(column ->
                                ", \"" + column.name() + "\" " + column.type().sql())
                        .collect(Collectors.joining());
    }

    private Outcome<Long> copy(CopyIn copy, ServingBuild build, Iterator<ServingRow> rows) throws SQLException {
        try {
            BinaryRows out = new BinaryRows(copy, build.columns());
            long count = 0;
            while (rows.hasNext()) {
                ServingRow row = rows.next();
                if (row.subject().isEmpty()) {
                    return refused("有一行没有主体标识（a row names no subject）");
                }
                if (++count > limits.rows()) {
                    return refused("超过 " + limits.rows() + " 行（more rows than the limit）");
                }
                if (out.add(row) > limits.rowBytes()) {
                    return refused("有一行超过 " + limits.rowBytes() + " 字节（a row is larger than the limit）");
                }
            }
            return Outcome.done(out.end());
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static <T> Outcome<T> refused(String reason) {
        return Outcome.refused(Refusal.of(ErrorCode.QUERY_REFUSED, Map.of("reason", reason)));
    }

    private static Outcome<ServingTable> finish(Statement statement, String table, ServingTable built) {
        try {
            statement.execute("ALTER TABLE " + table + " ADD PRIMARY KEY (subject)");
            statement.execute("ANALYZE " + table);
            statement.execute(
                    "COMMENT ON TABLE " + table + " IS '" + describe(built).replace("'", "''") + "'");
            return Outcome.done(built);
        } catch (SQLException failed) {
            if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
                return refused("同一主体不止一行（more than one row about one subject）");
            }
            throw Database.fault("a serving table could not be finished", failed);
        }
    }

    /** What the inventory of copies says about a table. */
    private static String describe(ServingTable table) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("product", table.product().value());
        described.put("generation", table.generation());
        described.put("subjectKind", table.subjectKind());
        described.put("columns", columns(table.columns()));
        described.put("snapshots", snapshots(table.snapshots()));
        described.put("asOf", table.asOf().toString());
        described.put("builtAt", table.builtAt().toString());
        described.put("rows", table.rows());
        return CanonicalJson.text(described);
    }

    /** Columns in their order, each with its type. */
    static List<Map<String, String>> columns(List<ServingColumn> columns) {
        return columns.stream()
                .map(column ->
                        Map.of("name", column.name(), "type", column.type().name()))
                .toList();
    }

    /** Snapshot numbers have 63 bits, more than a JSON number keeps; so they are text. */
    static Map<String, String> snapshots(Map<ItemId, Long> snapshots) {
        return snapshots.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().value(), e -> e.getValue().toString()));
    }
}
