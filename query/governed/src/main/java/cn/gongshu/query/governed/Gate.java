package cn.gongshu.query.governed;

import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first look at a parsed query, before names are resolved: one plain SELECT, made of the listed kinds of node and
 * the listed functions only. What passes is looked at again, node by node, when the tree is rebuilt.
 */
final class Gate extends SqlBasicVisitor<Void> {

    private static final Set<String> FUNCTIONS = new TreeSet<>(
            Set.of("COUNT", "SUM", "MIN", "MAX", "ARRAY_AGG", "SUBSTRING", "EXTRACT", "YEAR", "QUARTER", "MONTH"));

    private static final Set<SqlKind> KINDS = EnumSet.of(
            SqlKind.AS,
            SqlKind.AND,
            SqlKind.OR,
            SqlKind.NOT,
            SqlKind.EQUALS,
            SqlKind.NOT_EQUALS,
            SqlKind.LESS_THAN,
            SqlKind.LESS_THAN_OR_EQUAL,
            SqlKind.GREATER_THAN,
            SqlKind.GREATER_THAN_OR_EQUAL,
            SqlKind.BETWEEN,
            SqlKind.IN,
            SqlKind.NOT_IN,
            SqlKind.LIKE,
            SqlKind.IS_NULL,
            SqlKind.IS_NOT_NULL,
            SqlKind.CASE,
            SqlKind.DESCENDING,
            SqlKind.EXTRACT,
            SqlKind.ARRAY_AGG,
            SqlKind.JOIN);

    private Gate() {}

    /** The query's SELECT, if it is one plain SELECT. */
    static SqlSelect checked(SqlNode parsed) {
        SqlNode query = parsed;
        if (parsed instanceof SqlOrderBy order) {
            refuse(order.offset, QueryRule.LIMIT);
            refuse(order.fetch, QueryRule.LIMIT);
            order.orderList.accept(new Gate());
            query = order.query;
        }
        if (!(query instanceof SqlSelect select)) {
            throw Refuse.at(query, whole(query.getKind()));
        }
        clauses(select);
        return select;
    }

    private static QueryRule whole(SqlKind kind) {
        return switch (kind) {
            case UNION, INTERSECT, EXCEPT -> QueryRule.SET_OPERATION;
            case WITH, VALUES -> QueryRule.SUBQUERY;
            default -> QueryRule.STATEMENT;
        };
    }

    private static void clauses(SqlSelect select) {
        if (select.getModifierNode(SqlSelectKeyword.DISTINCT) != null) {
            throw Refuse.at(select, QueryRule.DISTINCT_ROWS);
        }
        refuse(select.getHaving(), QueryRule.HAVING);
        refuse(select.getQualify(), QueryRule.HAVING);
        refuse(select.getOffset(), QueryRule.LIMIT);
        refuse(select.getFetch(), QueryRule.LIMIT);
        if (!select.getWindowList().isEmpty()) {
            throw Refuse.at(select.getWindowList(), QueryRule.WINDOW);
        }
        if (select.hasHints()) {
            throw Refuse.at(select, QueryRule.HINT);
        }
        if (select.getFrom() == null) {
            throw Refuse.at(select, QueryRule.STATEMENT);
        }
        Gate gate = new Gate();
        select.getSelectList().accept(gate);
        select.getFrom().accept(gate);
        accept(select.getWhere(), gate);
        accept(select.getGroup(), gate);
    }

    private static void refuse(@Nullable SqlNode clause, QueryRule rule) {
        if (clause != null) {
            throw Refuse.at(clause, rule);
        }
    }

    private static void accept(@Nullable SqlNode clause, Gate gate) {
        if (clause != null) {
            clause.accept(gate);
        }
    }

    @Override
    public Void visit(SqlCall call) {
        if (isFunction(call)) {
            return function(call);
        }
        if (!KINDS.contains(call.getKind())) {
            throw Refuse.at(call, rule(call.getKind()), call.getOperator().getName(), FUNCTIONS);
        }
        return super.visit(call);
    }

    /** Whatever is written name(arguments), known to the parser or not. */
    private static boolean isFunction(SqlCall call) {
        return call instanceof SqlBasicCall && call.getOperator() instanceof SqlFunction;
    }

    private Void function(SqlCall call) {
        String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
        if (!FUNCTIONS.contains(name)) {
            throw Refuse.at(call, QueryRule.FUNCTION, name, String.join("、", FUNCTIONS));
        }
        boolean countAll = name.equals("COUNT")
                && call.operandCount() == 1
                && call.operand(0) instanceof SqlIdentifier star
                && star.isStar()
                && star.names.size() == 1;
        return countAll ? null : super.visit(call);
    }

    private static QueryRule rule(SqlKind kind) {
        return switch (kind) {
            case SELECT, WITH, VALUES, ORDER_BY, EXISTS, SCALAR_QUERY, UNIQUE -> QueryRule.SUBQUERY;
            case UNION, INTERSECT, EXCEPT -> QueryRule.SET_OPERATION;
            case OVER, WINDOW -> QueryRule.WINDOW;
            case ROLLUP, CUBE, GROUPING_SETS, GROUP_BY_DISTINCT -> QueryRule.GROUPING;
            case TABLESAMPLE,
                    SNAPSHOT,
                    LATERAL,
                    COLLECTION_TABLE,
                    UNNEST,
                    EXTEND,
                    TABLE_REF,
                    PIVOT,
                    UNPIVOT,
                    MATCH_RECOGNIZE -> QueryRule.HINT;
            default -> QueryRule.EXPRESSION;
        };
    }

    @Override
    public Void visit(SqlIdentifier identifier) {
        if (identifier.isStar()) {
            throw Refuse.at(identifier, QueryRule.STAR);
        }
        return null;
    }

    @Override
    public Void visit(SqlDynamicParam parameter) {
        throw Refuse.at(parameter, QueryRule.PARAMETER);
    }

    @Override
    public Void visit(SqlIntervalQualifier unit) {
        return null;
    }
}
