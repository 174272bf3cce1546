package cn.gongshu.query.governed;

import java.util.List;
import java.util.Optional;

/**
 * All tables a query may name.
 *
 * @param tables each name once, whatever its case
 */
public record GovernedTables(List<GovernedTable> tables) {

    public GovernedTables {
        tables = List.copyOf(tables);
        long names = tables.stream().map(t -> Names.folded(t.name())).distinct().count();
        if (names != tables.size()) {
            throw new IllegalArgumentException("two tables bear one name");
        }
        for (GovernedTable table : tables) {
            for (DeclaredJoin join : table.joins()) {
                check(tables, table, join);
            }
        }
    }

    private static void check(List<GovernedTable> tables, GovernedTable from, DeclaredJoin join) {
        boolean known = from.column(join.column()).isPresent()
                && find(tables, join.toTable())
                        .flatMap(to -> to.column(join.toColumn()))
                        .isPresent();
        if (!known) {
            throw new IllegalArgumentException("a join of " + from.name() + " names a column that is not there");
        }
    }

    Optional<GovernedTable> table(String name) {
        return find(tables, name);
    }

    private static Optional<GovernedTable> find(List<GovernedTable> tables, String name) {
        return tables.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
    }
}
