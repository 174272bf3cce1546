package cn.gongshu.query.governed;

import cn.gongshu.query.governed.AggregateShape.Item;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Builds the aggregate that runs: groups with the numbers of distinct subjects they rest on, of each kind; groups
 * below the floor folded into one row that says only how many they are. No value of a hidden group leaves the engine.
 *
 * <p>Columns of the result: gs_shown, gs_groups, then the query's own.
 */
final class AggregateSql {

    private final AggregateShape shape;
    private final Obligations obligations;
    private final List<Counted> counted;

    private AggregateSql(AggregateShape shape, Obligations obligations) {
        this.shape = shape;
        this.obligations = obligations;
        this.counted = counted(shape.sources());
    }

    static SqlNode of(AggregateShape shape, Obligations obligations) {
        return new AggregateSql(shape, obligations).folded();
    }

    /** A subject key the floor counts. */
    private record Counted(int index, Source source, SubjectKey key) {
        String persons() {
            return Names.PERSONS + index;
        }

        String giving(int item) {
            return Names.GIVING + index + "_" + item;
        }

        SqlNode subject() {
            return Nodes.column(source.generated(), key.column());
        }
    }

    /**
     * Whom the floor counts: every subject of every table, each once. Were firms not counted beside persons, a group
     * could show one firm's figures for having many staff. A table joined by a key that is counted already adds nobody.
     */
    private static List<Counted> counted(List<Source> sources) {
        List<Counted> counted = new ArrayList<>();
        Set<Named> known = new HashSet<>();
        for (Source source : sources) {
            Source.Step step = source.step();
            for (SubjectKey key : source.table().subjects()) {
                boolean same = step != null
                        && step.ownColumn().name().equals(key.column())
                        && known.contains(new Named(
                                step.from(), new SubjectKey(step.column().name(), key.kind())));
                known.add(new Named(source.index(), key));
                if (!same) {
                    counted.add(new Counted(counted.size(), source, key));
                }
            }
        }
        return counted;
    }

    /** A subject key of one table of FROM. */
    private record Named(int source, SubjectKey key) {}

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
        for (Counted each : counted) {
            conditions.add(enough(each, each.persons()));
            for (int i : given()) {
                conditions.add(enough(each, each.giving(i)));
            }
        }
        SqlNode all = Nodes.all(conditions);
        return all == null ? Nodes.call(SqlStdOperatorTable.EQUALS, Nodes.whole(1), Nodes.whole(1)) : all;
    }

    /**
     * At least the floor. A group none of whose rows names a further subject, such as people without an employer, tells
     * nothing about any; of the first subject every group names some.
     */
    private SqlNode enough(Counted each, String count) {
        SqlNode enough = Nodes.call(
                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, Nodes.name(count), Nodes.whole(obligations.floor()));
        return each.index() == 0
                ? enough
                : Nodes.call(
                        SqlStdOperatorTable.OR,
                        Nodes.call(SqlStdOperatorTable.EQUALS, Nodes.name(count), Nodes.whole(0)),
                        enough);
    }

    private SqlNode grouped() {
        List<SqlNode> items = new ArrayList<>();
        shape.items().forEach(item -> items.add(Nodes.as(item.node(), item.name())));
        for (Counted each : counted) {
            items.add(Nodes.as(Nodes.countDistinct(each.subject()), each.persons()));
            for (int i : given()) {
                items.add(Nodes.as(giving(i, each.subject()), each.giving(i)));
            }
        }
        List<SqlNode> keys =
                shape.dimensions().stream().map(Item.Dimension::node).toList();
        return Nodes.select(items, from(), shape.where(), keys, List.of());
    }

    /** Positions of the sums among the items. */
    private int[] given() {
        return IntStream.range(0, shape.items().size())
                .filter(i -> shape.items().get(i) instanceof Item.Measure measure && measure.given() != null)
                .toArray();
    }

    /** How many subjects a sum rests on: those who give it something other than nothing. */
    private SqlNode giving(int item, SqlNode subject) {
        SqlNode given = Objects.requireNonNull(((Item.Measure) shape.items().get(item)).given());
        SqlNode gives = Nodes.call(SqlStdOperatorTable.NOT_EQUALS, given, Nodes.whole(0));
        return Nodes.countDistinct(Nodes.caseWhen(gives, subject, Nodes.nothing()));
    }

    private SqlNode from() {
        List<SubjectKey> base = shape.sources().getFirst().table().subjects();
        String column = base.isEmpty() ? null : base.getFirst().column();
        return new FromSql(shape.sources(), shape.touched(), obligations).joined(column);
    }
}
