package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.item.ItemColumn;
import cn.gongshu.cities.luan.item.ItemColumnType;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.Collectors;

/** A synthetic city loaded into DuckDB's memory under the logical table names that products use. */
record LoadedCity(SyntheticCity city, DuckDBConnection connection) implements AutoCloseable {

    static LoadedCity of(long seed, int people) throws SQLException {
        SyntheticCity city = SyntheticCity.of(seed, people);
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        LoadedCity loaded = new LoadedCity(city, connection.unwrap(DuckDBConnection.class));
        for (PreparedItem item : PreparedItems.load(AnnexOne.load()).items()) {
            loaded.load(item);
        }
        return loaded;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void load(PreparedItem item) throws SQLException {
        String columns = item.columns().stream().map(LoadedCity::declaration).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + item.table() + " (" + columns + ")");
        }
        try (DuckDBAppender appender = connection.createAppender("main", item.table())) {
            Iterator<@Nullable Object[]> rows = city.rows(item.id());
            while (rows.hasNext()) {
                appender.beginRow();
                for (@Nullable Object value : rows.next()) {
                    append(appender, value);
                }
                appender.endRow();
            }
        }
    }

    private static String declaration(ItemColumn column) {
        return column.code() + " " + sqlType(column.type()) + (column.required() ? " NOT NULL" : "");
    }

    private static String sqlType(ItemColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INT, MONTH -> "INTEGER";
            case LONG -> "BIGINT";
            case DATE -> "DATE";
        };
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Integer number -> appender.append(number.intValue());
            case Long number -> appender.append(number.longValue());
            case LocalDate date -> appender.append(date);
            default -> throw new AssertionError(value.getClass());
        }
    }
}
