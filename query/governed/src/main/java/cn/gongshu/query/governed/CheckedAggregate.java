package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ItemId;

import java.util.List;
import java.util.Set;

/** A declared aggregate over many subjects that passed every check of its text; made by {@link GovernedQueries} only. */
public final class CheckedAggregate {

    private final AggregateShape shape;

    CheckedAggregate(AggregateShape shape) {
        this.shape = shape;
    }

    AggregateShape shape() {
        return shape;
    }

    /** Every column the query names, its joins among them. */
    public Set<ColumnRef> columns() {
        return shape.touched();
    }

    /** The items it reads, base table first. */
    public List<ItemId> items() {
        return shape.sources().stream().map(s -> s.table().item()).distinct().toList();
    }

    /** Names of the result's columns. */
    public List<String> outputs() {
        return shape.items().stream().map(AggregateShape.Item::name).toList();
    }
}
