package cn.gongshu.query.duckdb;

import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnFigures;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.ListOf;
import cn.gongshu.query.spi.ColumnType.Scalar;
import cn.gongshu.query.spi.WrittenFile;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies a table into one Parquet file with field ids, and reads what DuckDB says about the file it wrote. */
final class Copy {

    private static final Map<String, String> NOTHING_SAID = Map.of();

    private Copy() {}

    static WrittenFile staging(DuckDBConnection connection, String table, List<Column> columns, Path file)
            throws SQLException {
        String ids = columns.stream()
                .map(c -> DuckTypes.identifier(c.name()) + ":" + c.id())
                .collect(Collectors.joining(",", "{", "}"));
        String sql = "COPY " + DuckTypes.identifier(table) + " TO " + DuckTypes.text(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, FIELD_IDS " + ids + ", RETURN_STATS)";
        try (Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery(sql)) {
            said.next();
            Map<?, ?> figures = (Map<?, ?>) said.getObject("column_statistics");
            return new WrittenFile(
                    file, said.getLong("count"), said.getLong("file_size_bytes"), figures(columns, figures));
        }
    }

    private static Map<Integer, ColumnFigures> figures(List<Column> columns, Map<?, ?> said) {
        Map<Integer, ColumnFigures> figures = new HashMap<>();
        for (Column column : columns) {
            Object about = said.get(DuckTypes.identifier(column.name()));
            figures.put(column.id(), figures(column.type(), about instanceof Map<?, ?> map ? map : NOTHING_SAID));
        }
        return figures;
    }

    private static ColumnFigures figures(ColumnType type, Map<?, ?> said) {
        return new ColumnFigures(
                number(said, "column_size_bytes"),
                number(said, "num_values"),
                number(said, "null_count"),
                bound(type, said, "min"),
                bound(type, said, "max"));
    }

    private static long number(Map<?, ?> said, String key) {
        return said.get(key) instanceof String text ? Long.parseLong(text) : 0;
    }

    /** Only bounds that are exact are passed on; where there are NaNs there are none. */
    private static @Nullable Object bound(ColumnType type, Map<?, ?> said, String key) {
        boolean exact = "true".equals(said.get(key + "_is_exact")) && !"true".equals(said.get("has_nan"));
        return exact && said.get(key) instanceof String text ? parse(type, text) : null;
    }

    private static @Nullable Object parse(ColumnType type, String text) {
        return switch (type) {
            case Decimal decimal -> new BigDecimal(text).setScale(decimal.scale());
            case ListOf list -> null;
            case Scalar scalar ->
                switch (scalar) {
                    case INTEGER -> Integer.valueOf(text);
                    case LONG -> Long.valueOf(text);
                    case DATE -> LocalDate.parse(text);
                    case TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
                    case TEXT -> text;
                    case DOUBLE, BOOLEAN -> null;
                };
        };
    }
}
