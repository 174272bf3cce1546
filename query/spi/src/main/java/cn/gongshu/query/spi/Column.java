package cn.gongshu.query.spi;

import java.util.regex.Pattern;

/**
 * One column of a table in the lake.
 *
 * @param id the field id that stays when the column is renamed; 1 or more
 * @param name lower snake case
 * @param type scalar or decimal for a table of the lake
 * @param required true when no row may leave it null
 */
public record Column(int id, String name, ColumnType type, boolean required) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Column {
        if (id < 1) {
            throw new IllegalArgumentException("a field id starts at 1, not " + id);
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a column name: length " + name.length());
        }
    }

    public static Column required(int id, String name, ColumnType type) {
        return new Column(id, name, type, true);
    }

    public static Column optional(int id, String name, ColumnType type) {
        return new Column(id, name, type, false);
    }
}
