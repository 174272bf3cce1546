package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.InlineTable;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.TableBinding;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Gives a connection the tables of one run: a view over the snapshot's files, or a temporary table. */
final class Binding {

    private Binding() {}

    /** DuckDB reads data files and knows nothing of deletes beside them, so a table that has any is not read at all. */
    static void check(List<TableBinding> tables) {
        for (TableBinding table : tables) {
            if (table instanceof LakeTable lake && lake.hasDeletes()) {
                throw new Fault(ErrorCode.LAKE_UNREADABLE, lake.storedAs() + " has row deletes; compact it first");
            }
        }
    }

    static void bind(DuckDBConnection connection, List<TableBinding> tables) throws SQLException {
        for (TableBinding table : tables) {
            switch (table) {
                case LakeTable lake -> view(connection, lake);
                case InlineTable inline -> fill(connection, inline);
            }
        }
    }

    private static void view(DuckDBConnection connection, LakeTable table) throws SQLException {
        String source = table.files().isEmpty() ? noRows(table.columns()) : files(table);
        execute(connection, "CREATE TEMP VIEW " + DuckTypes.identifier(table.name()) + " AS " + source);
    }

    private static String files(LakeTable table) {
        String paths = table.files().stream()
                .map(Path::toString)
                .map(DuckTypes::text)
                .collect(Collectors.joining(",", "[", "]"));
        String schema = table.columns().stream().map(Binding::field).collect(Collectors.joining(",", "MAP{", "}"));
        return "SELECT " + names(table.columns()) + " FROM read_parquet(" + paths + ", schema=" + schema + ")";
    }

    /** Fields are found by id, so a column renamed since a file was written is still found, and a new one is null. */
    private static String field(Column column) {
        return column.id() + ":{name:" + DuckTypes.text(column.name()) + ",type:"
                + DuckTypes.text(DuckTypes.name(column.type())) + ",default_value:NULL}";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(c -> DuckTypes.identifier(c.name())).collect(Collectors.joining(","));
    }

    private static String noRows(List<Column> columns) {
        return columns.stream()
                .map(c -> "CAST(NULL AS " + DuckTypes.name(c.type()) + ") AS " + DuckTypes.identifier(c.name()))
                .collect(Collectors.joining(",", "SELECT ", " WHERE FALSE"));
    }

    private static void fill(DuckDBConnection connection, InlineTable table) throws SQLException {
        createTable(connection, table.name(), table.columns());
        try (DuckDBAppender appender = connection.createAppender(table.name())) {
            RowAppender rows = new RowAppender(appender, table.columns());
            for (Row row : table.rows()) {
                int misfit = rows.misfit(row);
                if (misfit >= 0) {
                    throw new IllegalArgumentException("a row handed over does not fit its columns");
                }
                rows.append(row);
            }
        }
    }

    static void createTable(DuckDBConnection connection, String name, List<Column> columns) throws SQLException {
        String fields = columns.stream()
                .map(c -> DuckTypes.identifier(c.name()) + " " + DuckTypes.name(c.type()))
                .collect(Collectors.joining(",", "(", ")"));
        execute(connection, "CREATE OR REPLACE TEMP TABLE " + DuckTypes.identifier(name) + fields);
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
