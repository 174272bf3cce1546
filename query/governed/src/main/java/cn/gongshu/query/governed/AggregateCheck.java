package cn.gongshu.query.governed;

import cn.gongshu.query.governed.AggregateShape.Item;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns a validated SELECT into an aggregate over many subjects, or refuses it. */
final class AggregateCheck {

    static final Set<SqlKind> AGGREGATES =
            EnumSet.of(SqlKind.COUNT, SqlKind.SUM, SqlKind.MIN, SqlKind.MAX, SqlKind.ARRAY_AGG);

    private static final int MAX_GROUPS = 12;

    private final SqlSelect select;
    private final Sources sources;
    private final Expressions expressions;

    private AggregateCheck(SqlSelect select, Sources sources) {
        this.select = select;
        this.sources = sources;
        this.expressions = new Expressions(sources);
    }

    static AggregateShape of(SqlFront.Validated query, GovernedTables tables) {
        SqlSelect select = query.select();
        return new AggregateCheck(select, Sources.of(select.getFrom(), tables)).shape();
    }

    private AggregateShape shape() {
        List<Output> outputs = Output.of(select.getSelectList());
        List<SqlNode> groups = groups(select.getGroup());
        List<Item> items = new ArrayList<>();
        for (Output output : outputs) {
            items.add(AGGREGATES.contains(output.node().getKind()) ? measure(output) : dimension(output, groups));
        }
        if (items.stream().noneMatch(Item.Measure.class::isInstance)) {
            throw Refuse.at(select, QueryRule.NO_MEASURE);
        }
        for (SqlNode group : groups) {
            if (outputs.stream().noneMatch(output -> same(output.node(), group))) {
                throw Refuse.at(group, QueryRule.NOT_SELECTED, group);
            }
        }
        SqlNode where = select.getWhere() == null ? null : expressions.condition(select.getWhere(), ColumnUse.FILTER);
        List<AggregateShape.Order> order = order(outputs);
        return new AggregateShape(sources.all(), where, items, order, expressions.touched());
    }

    static List<SqlNode> groups(@Nullable SqlNodeList group) {
        if (group == null) {
            return List.of();
        }
        if (group.size() > MAX_GROUPS) {
            throw Refuse.at(group, QueryRule.TOO_MANY, "分组列", MAX_GROUPS);
        }
        List<SqlNode> groups = List.copyOf(group.getList());
        if (groups.stream().anyMatch(SqlNodeList.class::isInstance)) {
            throw Refuse.at(group, QueryRule.GROUPING);
        }
        return groups;
    }

    private Item dimension(Output output, List<SqlNode> groups) {
        SqlNode node = output.node();
        if (Expressions.constant(node)) {
            throw Refuse.at(node, QueryRule.EXPRESSION);
        }
        SqlNode rebuilt = expressions.scalar(node, ColumnUse.GROUP);
        if (groups.stream().noneMatch(group -> same(node, group))) {
            throw Refuse.at(node, QueryRule.NOT_GROUPED, output.name());
        }
        return new Item.Dimension(output.name(), rebuilt);
    }

    private static boolean same(SqlNode a, SqlNode b) {
        return a.equalsDeep(b, Litmus.IGNORE);
    }

    private Item measure(Output output) {
        SqlCall call = (SqlCall) output.node();
        if (call.operandCount() != 1 || !(call.operand(0) instanceof SqlIdentifier operand)) {
            throw Refuse.at(call, QueryRule.MEASURE);
        }
        @Nullable SqlLiteral quantifier = call.getFunctionQuantifier();
        boolean distinct = quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
        return switch (call.getKind()) {
            case COUNT -> new Item.Measure(output.name(), count(call, operand, distinct), null);
            case SUM -> sum(output, call, operand, quantifier != null);
            default -> throw Refuse.at(call, QueryRule.MEASURE);
        };
    }

    private SqlNode count(SqlCall call, SqlIdentifier operand, boolean distinct) {
        if (operand.isStar()) {
            return Nodes.countAll();
        }
        Site site = expressions.touch(operand);
        if (!distinct || !counted(site)) {
            throw Refuse.at(call, QueryRule.MEASURE);
        }
        return Nodes.countDistinct(Expressions.column(site));
    }

    /** Only the subjects that the floor counts may be counted: of others a group might hold a single one. */
    private boolean counted(Site site) {
        List<SubjectKey> base = sources.base().table().subjects();
        List<SubjectKey> own = site.source().table().subjects();
        return !base.isEmpty()
                && !own.isEmpty()
                && own.getFirst().kind().equals(base.getFirst().kind())
                && own.getFirst().column().equals(site.column().name());
    }

    /** Only columns of the base table are added up: one of a joined table would be added once for each row it meets. */
    private Item sum(Output output, SqlCall call, SqlIdentifier operand, boolean quantified) {
        Site site = expressions.touch(operand);
        if (quantified) {
            throw Refuse.at(call, QueryRule.MEASURE);
        }
        if (site.source().index() != 0) {
            throw Refuse.at(call, QueryRule.SUM_BASE, sources.base().table().name());
        }
        SqlNode column = expressions.scalar(operand, ColumnUse.SUM);
        SqlNode total = Sums.of(site.column().type(), column)
                .orElseThrow(() -> Refuse.at(call, QueryRule.SUM_TYPE, site.shown()));
        return new Item.Measure(output.name(), total, column);
    }

    private List<AggregateShape.Order> order(List<Output> outputs) {
        if (select.getOrderList() == null) {
            return List.of();
        }
        return select.getOrderList().stream().map(key -> order(key, outputs)).toList();
    }

    private static AggregateShape.Order order(SqlNode key, List<Output> outputs) {
        boolean descending = key.getKind() == SqlKind.DESCENDING;
        SqlNode node = descending ? ((SqlCall) key).operand(0) : key;
        return outputs.stream()
                .filter(output -> same(output.node(), node) || named(node, output.name()))
                .findFirst()
                .map(output -> new AggregateShape.Order(output.name(), descending))
                .orElseThrow(() -> Refuse.at(key, QueryRule.ORDER));
    }

    private static boolean named(SqlNode node, String name) {
        return node instanceof SqlIdentifier identifier
                && identifier.isSimple()
                && identifier.getSimple().equals(name);
    }
}
