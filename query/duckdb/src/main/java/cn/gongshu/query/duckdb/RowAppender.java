package cn.gongshu.query.duckdb;

import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.Row;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Puts rows into a table value by value. */
final class RowAppender {

    private static final int FITS = -1;

    private final DuckDBAppender appender;
    private final Column[] columns;

    RowAppender(DuckDBAppender appender, List<Column> columns) {
        this.appender = appender;
        this.columns = columns.toArray(Column[]::new);
    }

    /** Position of the first value that does not fit its column, or -1. A row of another width misfits at 0. */
    int misfit(Row row) {
        if (row.size() != columns.length) {
            return 0;
        }
        for (int i = 0; i < columns.length; i++) {
            Object value = row.value(i);
            boolean fits =
                    value == null ? !columns[i].required() : columns[i].type().accepts(value);
            if (!fits) {
                return i;
            }
        }
        return FITS;
    }

    /** Appends a row that fits. */
    void append(Row row) throws SQLException {
        appender.beginRow();
        for (int i = 0; i < columns.length; i++) {
            append(row.value(i), columns[i].type());
        }
        appender.endRow();
    }

    private void append(@Nullable Object value, ColumnType type) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Integer number -> appender.append(number.intValue());
            case Long number -> appender.append(number.longValue());
            case Double number -> appender.append(number.doubleValue());
            case Boolean truth -> appender.append(truth.booleanValue());
            case LocalDate date -> appender.append(date);
            case LocalDateTime time -> appender.append(time);
            case BigDecimal number -> appender.append(number.setScale(((Decimal) type).scale()));
            default -> throw new IllegalArgumentException("a value of no column type");
        }
    }
}
