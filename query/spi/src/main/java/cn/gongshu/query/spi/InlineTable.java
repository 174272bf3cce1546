package cn.gongshu.query.spi;

import java.util.List;

/**
 * A small table handed over with the query, such as the subjects who opted out.
 *
 * @param rows at most {@link #MAX_ROWS}, their values as the columns say
 */
public record InlineTable(String name, List<Column> columns, List<Row> rows) implements TableBinding {

    /** Most rows of a table handed over with a query. */
    public static final int MAX_ROWS = 1_000_000;

    public InlineTable {
        TableBinding.checkName(name);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("more than " + MAX_ROWS + " rows handed over with a query");
        }
    }
}
