package cn.gongshu.query.governed;

import cn.gongshu.query.governed.AggregateShape.Item;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds the aggregate that runs: groups with the number of distinct subjects of the base table they rest on; groups
 * below the floor folded into one row that says only how many they are. No value of a hidden group leaves the engine.
 *
 * <p>Columns of the result: gs_shown, gs_groups, then the query's own.
 */
final class AggregateSql {

    private final AggregateShape shape;
    private final Obligations obligations;
    private final List<SubjectKey> counted;

    private AggregateSql(AggregateShape shape, Obligations obligations) {
        this.shape = shape;
        this.obligations = obligations;
        this.counted = floorKey(shape.sources());
    }

    static SqlNode of(AggregateShape shape, Obligations obligations) {
        return new AggregateSql(shape, obligations).folded();
    }

    /** The key a floor counts: the base table's first; where it has none, the first of the tables joined to it. */
    static List<SubjectKey> floorKey(List<Source> sources) {
        return floorSource(sources).stream()
                .map(source -> source.table().subjects().getFirst())
                .toList();
    }

    private static List<Source> floorSource(List<Source> sources) {
        return sources.stream()
                .filter(source -> !source.table().subjects().isEmpty())
                .limit(1)
                .toList();
    }

    private SqlNode folded() {
        List<SqlNode> items = new ArrayList<>();
        List<SqlNode> keys = new ArrayList<>();
        keys.add(Nodes.name(Names.SHOWN));
        shape.items().forEach(item -> keys.add(Nodes.name(item.name())));
        items.add(Nodes.name(Names.SHOWN));
        items.add(Nodes.as(Nodes.countAll(), Names.GROUPS));
        shape.items().forEach(item -> items.add(Nodes.name(item.name())));
        return Nodes.select(items, Nodes.as(masked(), "gs_masked"), null, keys, order());
    }

    private List<SqlNode> order() {
        List<SqlNode> order = new ArrayList<>();
        order.add(Nodes.call(SqlStdOperatorTable.DESC, Nodes.name(Names.SHOWN)));
        for (AggregateShape.Order key : shape.order()) {
            SqlNode name = Nodes.name(key.name());
            order.add(last(key.descending() ? Nodes.call(SqlStdOperatorTable.DESC, name) : name));
        }
        shape.dimensions().forEach(dimension -> order.add(last(Nodes.name(dimension.name()))));
        return order;
    }

    private static SqlNode last(SqlNode key) {
        return Nodes.call(SqlStdOperatorTable.NULLS_LAST, key);
    }

    private SqlNode masked() {
        SqlNode shown = shown();
        List<SqlNode> items = new ArrayList<>();
        items.add(Nodes.as(shown, Names.SHOWN));
        for (Item item : shape.items()) {
            SqlNode masked = Nodes.caseWhen(shown, Nodes.name(item.name()), Nodes.nothing());
            items.add(Nodes.as(masked, item.name()));
        }
        return Nodes.select(items, Nodes.as(grouped(), "gs_grouped"), null, List.of(), List.of());
    }

    private SqlNode shown() {
        List<SqlNode> conditions = new ArrayList<>();
        List<String> counts = counts();
        for (String count : counts) {
            conditions.add(Nodes.call(
                    SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, Nodes.name(count), Nodes.whole(obligations.floor())));
        }
        SqlNode all = Nodes.all(conditions);
        return all == null ? Nodes.call(SqlStdOperatorTable.EQUALS, Nodes.whole(1), Nodes.whole(1)) : all;
    }

    private List<String> counts() {
        List<String> counts = new ArrayList<>();
        if (!counted.isEmpty()) {
            counts.add(Names.PERSONS);
            for (int i = 0; i < shape.items().size(); i++) {
                if (shape.items().get(i) instanceof Item.Measure measure && measure.given() != null) {
                    counts.add(Names.GIVING + i);
                }
            }
        }
        return counts;
    }

    private SqlNode grouped() {
        List<SqlNode> items = new ArrayList<>();
        shape.items().forEach(item -> items.add(Nodes.as(item.node(), item.name())));
        for (Source source : floorSource(shape.sources())) {
            SqlNode person = Nodes.column(
                    source.generated(), source.table().subjects().getFirst().column());
            items.add(Nodes.as(Nodes.countDistinct(person), Names.PERSONS));
            addGiving(items, person);
        }
        List<SqlNode> keys =
                shape.dimensions().stream().map(Item.Dimension::node).toList();
        return Nodes.select(items, from(), shape.where(), keys, List.of());
    }

    /** How many subjects a sum rests on: those who give it something other than nothing. */
    private void addGiving(List<SqlNode> items, SqlNode person) {
        for (int i = 0; i < shape.items().size(); i++) {
            if (shape.items().get(i) instanceof Item.Measure measure && measure.given() != null) {
                SqlNode gives = Nodes.call(SqlStdOperatorTable.NOT_EQUALS, measure.given(), Nodes.whole(0));
                SqlNode giver = Nodes.caseWhen(gives, person, Nodes.nothing());
                items.add(Nodes.as(Nodes.countDistinct(giver), Names.GIVING + i));
            }
        }
    }

    private SqlNode from() {
        List<SubjectKey> base = shape.sources().getFirst().table().subjects();
        String column = base.isEmpty() ? null : base.getFirst().column();
        return new FromSql(shape.sources(), shape.touched(), obligations).joined(column);
    }
}
