package cn.gongshu.query.governed;

import cn.gongshu.query.spi.ColumnType;

/**
 * One column of a table that queries may name.
 *
 * @param name its code inside the item, lower snake case
 * @param type its type in the lake
 * @param control what may become of it
 */
public record GovernedColumn(String name, ColumnType type, ColumnControl control) {

    public GovernedColumn {
        if (!name.matches("[a-z][a-z0-9_]{0,62}") || name.startsWith(Names.RESERVED)) {
            throw new IllegalArgumentException("not a column name: length " + name.length());
        }
        if (type instanceof ColumnType.ListOf) {
            throw new IllegalArgumentException("a column of an item holds no lists");
        }
    }
}
