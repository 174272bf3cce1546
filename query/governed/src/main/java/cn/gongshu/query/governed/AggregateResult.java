package cn.gongshu.query.governed;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;

import java.util.List;
import java.util.Map;

/**
 * What an aggregate gave.
 *
 * @param columns the query's columns
 * @param rows the groups that rest on enough distinct subjects, in a fixed order
 * @param hiddenGroups how many groups do not, and are not shown
 * @param leftOut how many subjects of the base table were left out because they opted out, by kind, whatever the
 *     query's filter; kinds with none are not named
 * @param snapshots the snapshot of each item that was read
 * @param sql the SQL that ran, for the record
 */
public record AggregateResult(
        List<ResultColumn> columns,
        List<Row> rows,
        long hiddenGroups,
        Map<String, Long> leftOut,
        Map<ItemId, Long> snapshots,
        String sql) {

    public AggregateResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        leftOut = Map.copyOf(leftOut);
        snapshots = Map.copyOf(snapshots);
    }
}
