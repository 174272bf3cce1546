package cn.gongshu.query.governed;

/**
 * A join that queries may use: many rows of the declaring table meet at most one row of the other. That the other's
 * column is unique is checked on the data before each snapshot is first joined.
 *
 * @param column the declaring table's column
 * @param toTable the other table's name in queries
 * @param toColumn the other table's column
 */
public record DeclaredJoin(String column, String toTable, String toColumn) {}
