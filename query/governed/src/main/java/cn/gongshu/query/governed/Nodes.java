package cn.gongshu.query.governed;

import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Builds nodes of generated SQL. Everything that reaches an engine is made of these. */
final class Nodes {

    private static final SqlParserPos AT = SqlParserPos.ZERO;

    private Nodes() {}

    static SqlIdentifier name(String name) {
        return new SqlIdentifier(name, AT);
    }

    static SqlIdentifier column(String source, String column) {
        return new SqlIdentifier(List.of(source, column), AT);
    }

    static SqlNode as(SqlNode node, String alias) {
        return SqlStdOperatorTable.AS.createCall(AT, node, name(alias));
    }

    static SqlNode call(SqlOperator operator, SqlNode... operands) {
        return operator.createCall(AT, operands);
    }

    static SqlNode call(SqlOperator operator, List<SqlNode> operands) {
        return operator.createCall(AT, operands);
    }

    static SqlNodeList list(List<? extends SqlNode> nodes) {
        return new SqlNodeList(nodes, AT);
    }

    static SqlNode whole(long number) {
        return SqlLiteral.createExactNumeric(Long.toString(number), AT);
    }

    static SqlNode countAll() {
        return call(SqlStdOperatorTable.COUNT, SqlIdentifier.star(AT));
    }

    static SqlNode countDistinct(SqlNode node) {
        return SqlStdOperatorTable.COUNT.createCall(SqlSelectKeyword.DISTINCT.symbol(AT), AT, node);
    }

    /** A list in the order of the keys; of distinct values when asked. */
    static SqlNode arrayOf(SqlNode node, boolean distinct, List<SqlNode> keys) {
        @Nullable SqlLiteral quantifier = distinct ? SqlSelectKeyword.DISTINCT.symbol(AT) : null;
        return SqlLibraryOperators.ARRAY_AGG.createCall(quantifier, AT, node, list(keys));
    }

    static SqlNode caseWhen(SqlNode condition, SqlNode then, SqlNode otherwise) {
        return caseOf(List.of(condition), List.of(then), otherwise);
    }

    static SqlNode caseOf(List<SqlNode> whens, List<SqlNode> thens, SqlNode otherwise) {
        return new SqlCase(AT, null, list(whens), list(thens), otherwise);
    }

    static SqlNode nothing() {
        return SqlLiteral.createNull(AT);
    }

    static SqlNode cast(SqlNode node, SqlTypeName type) {
        return cast(node, new SqlBasicTypeNameSpec(type, AT));
    }

    static SqlNode castDecimal(SqlNode node, int precision, int scale) {
        return cast(node, new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, precision, scale, AT));
    }

    private static SqlNode cast(SqlNode node, SqlBasicTypeNameSpec type) {
        return call(SqlStdOperatorTable.CAST, node, new SqlDataTypeSpec(type, AT));
    }

    /** All of the conditions, or null when there is none. */
    static @Nullable SqlNode all(List<SqlNode> conditions) {
        return conditions.stream()
                .reduce((a, b) -> call(SqlStdOperatorTable.AND, a, b))
                .orElse(null);
    }

    static SqlNode join(SqlNode left, boolean outer, SqlNode right, SqlNode on) {
        return new SqlJoin(
                AT,
                left,
                SqlLiteral.createBoolean(false, AT),
                (outer ? JoinType.LEFT : JoinType.INNER).symbol(AT),
                right,
                JoinConditionType.ON.symbol(AT),
                on);
    }

    /** SELECT of these parts; empty lists and null stand for clauses that are not there. */
    static SqlSelect select(
            List<SqlNode> items, SqlNode from, @Nullable SqlNode where, List<SqlNode> groups, List<SqlNode> order) {
        return new SqlSelect(
                AT,
                null,
                list(items),
                from,
                where,
                groups.isEmpty() ? null : list(groups),
                null,
                null,
                null,
                order.isEmpty() ? null : list(order),
                null,
                null,
                null);
    }
}
