package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.ListOf;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types and literals of ours in DuckDB's words, and its values in ours. */
final class DuckTypes {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
    private static final String LIST_SUFFIX = "[]";

    private DuckTypes() {}

    /** A string literal; only names and paths of ours come here. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String name(ColumnType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case BOOLEAN -> "BOOLEAN";
                    case INTEGER -> "INTEGER";
                    case LONG -> "BIGINT";
                    case DOUBLE -> "DOUBLE";
                    case DATE -> "DATE";
                    case TIMESTAMP -> "TIMESTAMP";
                    case TEXT -> "VARCHAR";
                };
            case Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
            case ListOf(ColumnType element) -> name(element) + LIST_SUFFIX;
        };
    }

    static ColumnType of(String duckName) {
        if (duckName.endsWith(LIST_SUFFIX)) {
            return new ListOf(of(duckName.substring(0, duckName.length() - LIST_SUFFIX.length())));
        }
        Matcher decimal = DECIMAL.matcher(duckName);
        if (decimal.matches()) {
            return new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (duckName) {
            case "BOOLEAN" -> Scalar.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER" -> Scalar.INTEGER;
            case "BIGINT" -> Scalar.LONG;
            case "HUGEINT" -> new Decimal(38, 0);
            case "FLOAT", "DOUBLE" -> Scalar.DOUBLE;
            case "DATE" -> Scalar.DATE;
            case "TIMESTAMP" -> Scalar.TIMESTAMP;
            case "VARCHAR" -> Scalar.TEXT;
            default -> throw new Fault(ErrorCode.INTERNAL, "a result column has the unsupported type " + duckName);
        };
    }

    /** The value of one cell in the Java class its type is carried in. */
    static @Nullable Object read(ResultSet rows, int position, ColumnType type) throws SQLException {
        Object value = rows.getObject(position);
        return value == null ? null : convert(value, type);
    }

    private static @Nullable Object convert(Object value, ColumnType type) throws SQLException {
        return switch (type) {
            case Decimal decimal ->
                value instanceof BigInteger whole
                        ? new BigDecimal(whole)
                        : ((BigDecimal) value).setScale(decimal.scale());
            case ListOf(ColumnType element) -> list((Array) value, element);
            case Scalar scalar ->
                switch (scalar) {
                    case INTEGER -> ((Number) value).intValue();
                    case LONG -> ((Number) value).longValue();
                    case DOUBLE -> ((Number) value).doubleValue();
                    case TIMESTAMP -> value instanceof Timestamp time ? time.toLocalDateTime() : value;
                    case BOOLEAN, DATE, TEXT -> value;
                };
        };
    }

    private static List<@Nullable Object> list(Array array, ColumnType element) throws SQLException {
        Object[] values = (Object[]) array.getArray();
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(value == null ? null : convert(value, element));
        }
        return Collections.unmodifiableList(list);
    }
}
