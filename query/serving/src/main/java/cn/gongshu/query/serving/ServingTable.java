package cn.gongshu.query.serving;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A built serving table; served once its generation is the one {@code serving.pointer} names.
 *
 * @param tableName name inside schema serving
 * @param snapshots lake snapshot of every item it comes from
 * @param asOf legal date the data stand at
 * @param builtAt machine time at which the build ended
 * @param rows number of data subjects in it
 */
public record ServingTable(
        ProductCode product,
        long generation,
        String tableName,
        String subjectKind,
        List<ServingColumn> columns,
        Map<ItemId, Long> snapshots,
        LocalDate asOf,
        Instant builtAt,
        long rows) {

    public ServingTable {
        columns = List.copyOf(columns);
        snapshots = Map.copyOf(snapshots);
    }

    static ServingTable of(ServingBuild build, Instant builtAt, long rows) {
        return new ServingTable(
                build.product(),
                build.generation(),
                build.tableName(),
                build.subjectKind(),
                build.columns(),
                build.snapshots(),
                build.asOf(),
                builtAt,
                rows);
    }
}
