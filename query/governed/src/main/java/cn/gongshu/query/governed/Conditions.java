package cn.gongshu.query.governed;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rebuilds conditions: comparisons of a value with constants, joined by AND, OR and NOT. */
final class Conditions {

    private static final int MAX_LISTED = 500;

    private final Expressions expressions;

    Conditions(Expressions expressions) {
        this.expressions = expressions;
    }

    SqlNode rebuilt(SqlNode node, ColumnUse use) {
        if (!(node instanceof SqlCall call)) {
            throw Refuse.at(node, QueryRule.EXPRESSION);
        }
        return switch (call.getKind()) {
            case AND -> all(call, SqlStdOperatorTable.AND, use);
            case OR -> all(call, SqlStdOperatorTable.OR, use);
            case NOT -> Nodes.call(SqlStdOperatorTable.NOT, rebuilt(call.operand(0), use));
            case EQUALS -> comparison(call, SqlStdOperatorTable.EQUALS, use);
            case NOT_EQUALS -> comparison(call, SqlStdOperatorTable.NOT_EQUALS, use);
            case LESS_THAN -> comparison(call, SqlStdOperatorTable.LESS_THAN, use.range());
            case LESS_THAN_OR_EQUAL -> comparison(call, SqlStdOperatorTable.LESS_THAN_OR_EQUAL, use.range());
            case GREATER_THAN -> comparison(call, SqlStdOperatorTable.GREATER_THAN, use.range());
            case GREATER_THAN_OR_EQUAL -> comparison(call, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, use.range());
            case BETWEEN ->
                withConstants(call, use.range(), SqlStdOperatorTable.BETWEEN, SqlStdOperatorTable.NOT_BETWEEN);
            case LIKE -> withConstants(call, use.range(), SqlStdOperatorTable.LIKE, SqlStdOperatorTable.NOT_LIKE);
            case IN -> listed(call, SqlStdOperatorTable.IN, use);
            case NOT_IN -> listed(call, SqlStdOperatorTable.NOT_IN, use);
            case IS_NULL -> Nodes.call(SqlStdOperatorTable.IS_NULL, value(call.operand(0), use));
            case IS_NOT_NULL -> Nodes.call(SqlStdOperatorTable.IS_NOT_NULL, present(call.operand(0), use));
            default -> throw Refuse.at(call, QueryRule.EXPRESSION);
        };
    }

    private SqlNode all(SqlCall call, SqlOperator operator, ColumnUse use) {
        return Nodes.call(
                operator,
                call.getOperandList().stream().map(each -> rebuilt(each, use)).toList());
    }

    /** One side a value, the other a constant, either way round. */
    private SqlNode comparison(SqlCall call, SqlOperator operator, ColumnUse use) {
        SqlNode left = call.operand(0);
        SqlNode right = call.operand(1);
        if (Expressions.constant(left)) {
            SqlNode value = value(right, use);
            return Nodes.call(operator, Literals.of(left, expressions.kind(right)), value);
        }
        SqlNode value = value(left, use);
        return Nodes.call(operator, value, Literals.of(right, expressions.kind(left)));
    }

    private SqlNode withConstants(SqlCall call, ColumnUse use, SqlOperator plain, SqlOperator negated) {
        SqlOperator operator = Stream.of(plain, negated)
                .filter(known -> known.equals(call.getOperator()))
                .findFirst()
                .orElseThrow(() -> Refuse.at(call, QueryRule.EXPRESSION));
        List<SqlNode> operands = new ArrayList<>();
        operands.add(value(call.operand(0), use));
        ValueKind kind = expressions.kind(call.operand(0));
        if (operator.getKind() == SqlKind.LIKE && (kind != ValueKind.TEXT || call.operandCount() != 2)) {
            throw Refuse.at(call, QueryRule.TYPE);
        }
        for (int i = 1; i < call.operandCount(); i++) {
            operands.add(Literals.of(call.operand(i), kind));
        }
        return Nodes.call(operator, operands);
    }

    private SqlNode listed(SqlCall call, SqlOperator operator, ColumnUse use) {
        SqlNodeList list = Expressions.listOf(call.operand(1));
        if (list.size() > MAX_LISTED) {
            throw Refuse.at(call, QueryRule.TOO_MANY, "IN 中的值", MAX_LISTED);
        }
        SqlNode value = value(call.operand(0), use);
        ValueKind kind = expressions.kind(call.operand(0));
        List<SqlNode> constants =
                list.stream().map(constant -> Literals.of(constant, kind)).toList();
        return Nodes.call(operator, value, Nodes.list(constants));
    }

    /** Something that depends on a column: two constants compared with one another say nothing. */
    private SqlNode value(SqlNode node, ColumnUse use) {
        if (Expressions.constant(node) || node.getKind() == SqlKind.CASE) {
            throw Refuse.at(node, QueryRule.EXPRESSION);
        }
        return expressions.scalar(node, use);
    }

    /** That an identity column is filled in may be asked; its value may not. */
    private SqlNode present(SqlNode node, ColumnUse use) {
        if (node instanceof SqlIdentifier identifier) {
            Site site = expressions.touch(identifier);
            if (site.column().control() == ColumnControl.SUBJECT_KEY) {
                return Expressions.column(site);
            }
        }
        return value(node, use);
    }
}
