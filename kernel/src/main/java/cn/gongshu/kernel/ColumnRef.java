package cn.gongshu.kernel;

/**
 * One column of one catalogue item: the unit of grading and mandate.
 *
 * @param item the item
 * @param column the column's code inside the item, lower snake case
 */
public record ColumnRef(ItemId item, String column) implements Comparable<ColumnRef> {

    public static ColumnRef of(String item, String column) {
        return new ColumnRef(new ItemId(item), column);
    }

    @Override
    public int compareTo(ColumnRef other) {
        int byItem = item.value().compareTo(other.item.value());
        return byItem != 0 ? byItem : column.compareTo(other.column);
    }

    @Override
    public String toString() {
        return item + "." + column;
    }
}
