package cn.gongshu.query.governed;

import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDateLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Kinds of value; only alike ones are compared. The validator lets some unlike ones pass and leaves them to the engine. */
enum ValueKind {
    TEXT,
    NUMBER,
    TRUTH,
    DATE,
    LIST;

    static ValueKind of(ColumnType type) {
        return switch (type) {
            case ColumnType.Decimal decimal -> NUMBER;
            case ColumnType.ListOf list -> LIST;
            case Scalar scalar ->
                switch (scalar) {
                    case INTEGER, LONG, DOUBLE -> NUMBER;
                    case TEXT -> TEXT;
                    case BOOLEAN -> TRUTH;
                    case DATE, TIMESTAMP -> DATE;
                };
        };
    }

    /** The kind of a constant that {@link Literals} rebuilds. */
    static ValueKind of(SqlLiteral literal) {
        return switch (literal) {
            case SqlCharStringLiteral text -> TEXT;
            case SqlNumericLiteral number -> NUMBER;
            case SqlDateLiteral date -> DATE;
            default -> TRUTH;
        };
    }
}
