package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Refusal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns a mandate lets a query touch.
 *
 * @param link the link of the chain whose scope it is, named in a refusal
 * @param columns true for a column that may be touched
 */
public record ColumnScope(String link, Predicate<ColumnRef> columns) {

    /** Exactly these columns. */
    public static ColumnScope of(String link, Collection<ColumnRef> columns) {
        return new ColumnScope(link, Set.copyOf(columns)::contains);
    }

    /** Whole items. */
    public static ColumnScope ofItems(String link, Collection<ItemId> items) {
        Set<ItemId> all = Set.copyOf(items);
        return new ColumnScope(link, column -> all.contains(column.item()));
    }

    /** The refusal for the first column outside, if any. */
    Optional<Refusal> refusal(Collection<ColumnRef> touched) {
        return touched.stream()
                .sorted()
                .filter(column -> !columns.test(column))
                .findFirst()
                .map(column -> Refusal.of(ErrorCode.COLUMN_OUTSIDE, Map.of("column", column.toString(), "link", link)));
    }
}
