package cn.gongshu.query.spi;

import java.util.List;

/**
 * One run: SQL regenerated from a checked tree, never text that came from a user.
 *
 * @param sql one SELECT in the engine's dialect
 * @param tables every table the SQL names
 * @param limits what the run may use
 */
public record EngineQuery(String sql, List<TableBinding> tables, Limits limits) {

    public EngineQuery {
        tables = List.copyOf(tables);
        long names = tables.stream().map(TableBinding::name).distinct().count();
        if (names != tables.size()) {
            throw new IllegalArgumentException("two tables of a query bear one name");
        }
    }
}
