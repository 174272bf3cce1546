package cn.gongshu.query.governed;

import org.jspecify.annotations.Nullable;

/**
 * One table of a FROM clause.
 *
 * @param index its place, from 0; the base table is 0
 * @param alias how the query calls it
 * @param table what it is
 * @param step how it is joined to one before it; null for the base table
 */
record Source(
        int index,
        String alias,
        GovernedTable table,
        @Nullable Step step) {

    /**
     * A declared many-to-one join.
     *
     * @param outer true for LEFT JOIN: a row without a match stays
     * @param from place of the table it joins to
     * @param column that table's column
     * @param ownColumn this table's column, unique in it
     */
    record Step(boolean outer, int from, GovernedColumn column, GovernedColumn ownColumn) {}

    /** Its name in generated SQL. */
    String generated() {
        return Names.source(index);
    }
}
