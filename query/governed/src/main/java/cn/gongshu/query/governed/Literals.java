package cn.gongshu.query.governed;

import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDateLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;

import java.math.BigDecimal;

/** Rebuilds constants from their values: text, exact numbers, truth values, dates. */
final class Literals {

    private static final int MAX_DIGITS = 38;
    private static final int MAX_POSITION = 1000;

    private Literals() {}

    /** A constant that is compared with a value of this kind. */
    static SqlNode of(SqlNode node, ValueKind kind) {
        if (!(node instanceof SqlLiteral literal)) {
            throw Refuse.at(node, QueryRule.LITERAL);
        }
        SqlNode rebuilt = rebuilt(literal);
        if (ValueKind.of(literal) != kind) {
            throw Refuse.at(node, QueryRule.TYPE);
        }
        return rebuilt;
    }

    static SqlNode rebuilt(SqlLiteral literal) {
        return switch (literal) {
            case SqlCharStringLiteral text -> text(text);
            case SqlNumericLiteral number -> number(number);
            case SqlDateLiteral date ->
                SqlLiteral.createDate(new DateString(date.toFormattedString()), SqlParserPos.ZERO);
            case SqlLiteral truth
            when truth.getTypeName() == SqlTypeName.BOOLEAN && truth.getValue() != null ->
                SqlLiteral.createBoolean(truth.booleanValue(), SqlParserPos.ZERO);
            default -> throw Refuse.at(literal, QueryRule.LITERAL);
        };
    }

    private static SqlNode text(SqlCharStringLiteral literal) {
        NlsString value = literal.getValueAs(NlsString.class);
        if (value.getCharsetName() != null) {
            throw Refuse.at(literal, QueryRule.LITERAL);
        }
        return SqlLiteral.createCharString(value.getValue(), SqlParserPos.ZERO);
    }

    private static SqlNode number(SqlNumericLiteral literal) {
        BigDecimal value = literal.bigDecimalValue();
        boolean exact = literal.getTypeName() == SqlTypeName.DECIMAL
                && value != null
                && value.precision() <= MAX_DIGITS
                && value.scale() >= 0
                && value.scale() <= MAX_DIGITS;
        if (value == null || !exact) {
            throw Refuse.at(literal, QueryRule.LITERAL);
        }
        return SqlLiteral.createExactNumeric(value.toPlainString(), SqlParserPos.ZERO);
    }

    /** A position or length in a text. */
    static SqlNode position(SqlNode node) {
        if (node instanceof SqlNumericLiteral number && number.isInteger()) {
            BigDecimal value = number.bigDecimalValue();
            boolean sensible =
                    value != null && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(MAX_POSITION)) <= 0;
            if (sensible) {
                return number(number);
            }
        }
        throw Refuse.at(node, QueryRule.LITERAL);
    }
}
