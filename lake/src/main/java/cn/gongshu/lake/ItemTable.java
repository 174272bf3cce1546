package cn.gongshu.lake;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of one catalogue item.
 *
 * @param item the item
 * @param columns its columns, with field ids 1, 2, 3 … in order; no lists
 */
public record ItemTable(ItemId item, List<Column> columns) {

    public ItemTable {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(item + " has no columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id() != i + 1) {
                throw new IllegalArgumentException("field ids of " + item + " are not 1, 2, 3 …");
            }
        }
        if (columns.stream().anyMatch(c -> c.type() instanceof ColumnType.ListOf)) {
            throw new IllegalArgumentException(item + " has a list column");
        }
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        if (names.size() != columns.size()) {
            throw new IllegalArgumentException(item + " has two columns of one name");
        }
    }

    /** The item's table in the lake's catalogue, such as c07_01. */
    static String tableName(ItemId item) {
        return queryName(item).toLowerCase(Locale.ROOT);
    }

    /** The name queries use for the item, such as C07_01. */
    static String queryName(ItemId item) {
        return item.value().replace('-', '_').replace('.', '_');
    }
}
