package cn.gongshu.query.governed;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType.Scalar;
import cn.gongshu.query.spi.LakeTable;

import java.util.List;

/** An empty table and a query over it, to run once at start. */
final class Warm {

    static final ItemId ITEM = new ItemId("warm");

    static final String QUERY =
            "SELECT area, COUNT(DISTINCT id) AS n FROM warm WHERE area <> 'x' GROUP BY area ORDER BY n";

    static final GovernedTables TABLES = new GovernedTables(List.of(new GovernedTable(
            "warm",
            ITEM,
            List.of(
                    new GovernedColumn("id", Scalar.TEXT, ColumnControl.SUBJECT_KEY),
                    new GovernedColumn("area", Scalar.TEXT, ColumnControl.GROUP_KEY)),
            List.of(new SubjectKey("id", "PERSON")),
            List.of())));

    static final LakeTable EMPTY = new LakeTable(
            "warm",
            "lake.warm",
            0,
            List.of(Column.optional(1, "id", Scalar.TEXT), Column.optional(2, "area", Scalar.TEXT)),
            List.of(),
            false,
            0);

    private Warm() {}
}
