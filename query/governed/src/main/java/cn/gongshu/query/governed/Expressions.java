package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Rebuilds the expressions of a validated query, node by node, from the kinds it knows; what it does not know is
 * refused. Every column is judged by its control and the use made of it, and remembered.
 */
final class Expressions {

    private static final Map<String, TimeUnit> PARTS =
            Map.of("YEAR", TimeUnit.YEAR, "QUARTER", TimeUnit.QUARTER, "MONTH", TimeUnit.MONTH);

    private final Sources sources;
    private final Predicate<Site> others;
    private final Conditions conditions = new Conditions(this);
    private final Set<ColumnRef> touched = new TreeSet<>();

    Expressions(Sources sources) {
        this(sources, site -> false);
    }

    /** @param others whether a column's rows are about others than the subject whose row is made */
    Expressions(Sources sources, Predicate<Site> others) {
        this.sources = sources;
        this.others = others;
        for (Source source : sources.all()) {
            Source.Step step = source.step();
            if (step != null) {
                touched.add(sources.all().get(step.from()).table().ref(step.column()));
                touched.add(source.table().ref(step.ownColumn()));
            }
        }
    }

    Set<ColumnRef> touched() {
        return Set.copyOf(touched);
    }

    /** The column an identifier names, remembered as touched. */
    Site touch(SqlIdentifier identifier) {
        Site site = sources.site(identifier);
        touched.add(site.ref());
        return site;
    }

    static SqlNode column(Site site) {
        return Nodes.column(site.source().generated(), site.column().name());
    }

    SqlNode condition(SqlNode node, ColumnUse use) {
        return conditions.rebuilt(node, use);
    }

    /** A value: column, constant, CASE over conditions, part of a text, part of a date. */
    SqlNode scalar(SqlNode node, ColumnUse use) {
        return switch (node) {
            case SqlIdentifier identifier -> column(identifier, use);
            case SqlLiteral literal -> Literals.rebuilt(literal);
            case SqlCase choice -> choice(choice, use);
            case SqlCall call -> function(call, use);
            default -> throw Refuse.at(node, QueryRule.EXPRESSION);
        };
    }

    private SqlNode column(SqlIdentifier identifier, ColumnUse asked) {
        Site site = touch(identifier);
        ColumnUse use = others.test(site) ? asked.ofOthers() : asked;
        ColumnControl control = site.column().control();
        if (use.allows(control)) {
            return column(site);
        }
        if (control.identity()
                && (asked == ColumnUse.FILTER || asked.condition() == asked || asked == ColumnUse.OWN_RANGE)) {
            throw Refuse.at(identifier, QueryRule.IDENTITY, site.shown());
        }
        throw Refuse.at(identifier, QueryRule.COLUMN_CONTROL, site.shown(), control.zh(), use.zh());
    }

    private SqlNode choice(SqlCase choice, ColumnUse use) {
        List<SqlNode> whens = choice.getWhenOperands().stream()
                .map(when -> condition(when, use.condition()))
                .toList();
        List<SqlNode> thens =
                choice.getThenOperands().stream().map(then -> branch(then, use)).toList();
        return Nodes.caseOf(whens, thens, branch(choice.getElseOperand(), use));
    }

    private SqlNode branch(SqlNode node, ColumnUse use) {
        return SqlUtil.isNullLiteral(node, false) ? Nodes.nothing() : scalar(node, use);
    }

    private SqlNode function(SqlCall call, ColumnUse use) {
        String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
        if (name.equals("SUBSTRING")) {
            return substring(call, use);
        }
        if (name.equals("EXTRACT") && call.operand(0) instanceof SqlIntervalQualifier unit) {
            return part(call, unit.timeUnitRange, call.operand(1), use);
        }
        if (PARTS.containsKey(name) && call.operandCount() == 1) {
            return part(call, TimeUnitRange.valueOf(name), call.operand(0), use);
        }
        throw Refuse.at(call, QueryRule.EXPRESSION);
    }

    private SqlNode substring(SqlCall call, ColumnUse use) {
        SqlNode text = call.operand(0);
        if (!(text instanceof SqlIdentifier identifier) || call.operandCount() != 3) {
            throw Refuse.at(call, QueryRule.EXPRESSION);
        }
        return Nodes.call(
                SqlStdOperatorTable.SUBSTRING,
                column(identifier, use),
                Literals.position(call.operand(1)),
                Literals.position(call.operand(2)));
    }

    private SqlNode part(SqlCall call, TimeUnitRange range, SqlNode date, ColumnUse use) {
        TimeUnit unit = PARTS.get(range.name());
        if (unit == null || !(date instanceof SqlIdentifier identifier)) {
            throw Refuse.at(call, QueryRule.EXPRESSION);
        }
        return Nodes.call(
                SqlStdOperatorTable.EXTRACT,
                new SqlIntervalQualifier(unit, null, SqlParserPos.ZERO),
                column(identifier, use));
    }

    /** Kind of a value that was rebuilt and is no CASE. */
    ValueKind kind(SqlNode node) {
        if (node instanceof SqlIdentifier identifier) {
            return ValueKind.of(sources.site(identifier).column().type());
        }
        boolean text = ((SqlCall) node).getOperator().getName().equals("SUBSTRING");
        return text ? ValueKind.TEXT : ValueKind.NUMBER;
    }

    static boolean constant(SqlNode node) {
        return node instanceof SqlLiteral;
    }

    static SqlNodeList listOf(SqlNode node) {
        if (node instanceof SqlNodeList list) {
            return list;
        }
        throw Refuse.at(node, QueryRule.SUBQUERY);
    }
}
