package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A checked aggregate over many subjects: dimensions and measures, rebuilt, without floor and opt-outs yet.
 *
 * @param sources base table first
 * @param where rebuilt condition, or null
 * @param items in the order of the SELECT list
 * @param order how the result is ordered before its dimensions do
 * @param touched every column the query names
 */
record AggregateShape(
        List<Source> sources, @Nullable SqlNode where, List<Item> items, List<Order> order, Set<ColumnRef> touched) {

    /** One column of the result. */
    sealed interface Item {
        String name();

        SqlNode node();

        /** Names the groups. */
        record Dimension(String name, SqlNode node) implements Item {}

        /**
         * A figure of each group.
         *
         * @param given the column that is added up, whose contributors are counted against the floor; null for counts
         */
        record Measure(String name, SqlNode node, @Nullable SqlNode given) implements Item {}
    }

    /** An output column to order by. */
    record Order(String name, boolean descending) {}

    List<Item.Dimension> dimensions() {
        return items.stream()
                .filter(Item.Dimension.class::isInstance)
                .map(Item.Dimension.class::cast)
                .toList();
    }
}
