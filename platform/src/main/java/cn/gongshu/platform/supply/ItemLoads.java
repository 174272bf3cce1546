package cn.gongshu.platform.supply;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.lake.ItemTable;
import cn.gongshu.lake.Lake;
import cn.gongshu.lake.Load;
import cn.gongshu.lake.Loaded;
import cn.gongshu.platform.catalogue.CatalogueTables;
import cn.gongshu.platform.catalogue.CatalogueTables.QueryColumn;
import cn.gongshu.platform.catalogue.CatalogueTables.QueryTable;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.Row;
import cn.gongshu.regulation.Clause;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Brings deliveries of rows into the table of a published item: one snapshot each, or nothing. */
@Service
public class ItemLoads {

    private final Lake lake;
    private final CatalogueTables catalogue;

    ItemLoads(Lake lake, CatalogueTables catalogue) {
        this.lake = lake;
        this.catalogue = catalogue;
    }

    /** Loads rows whose values stand in the order of the published columns; the same load id again changes nothing. */
    @Clause("R012")
    public Outcome<Loaded> load(ItemId item, Load load, Iterator<Row> rows) {
        return catalogue.published().stream()
                .filter(table -> table.item().equals(item))
                .findFirst()
                .map(table -> into(table, load, rows))
                .orElseGet(
                        () -> Outcome.refused(Refusal.of(ErrorCode.ITEM_NOT_IN_FORCE, Map.of("item", item.value()))));
    }

    private Outcome<Loaded> into(QueryTable table, Load load, Iterator<Row> rows) {
        lake.createTable(new ItemTable(table.item(), columns(table.columns())));
        return lake.load(table.item(), load, rows);
    }

    private static List<Column> columns(List<QueryColumn> declared) {
        List<Column> columns = new ArrayList<>();
        for (QueryColumn column : declared) {
            columns.add(new Column(columns.size() + 1, column.code(), type(column.type()), column.required()));
        }
        return columns;
    }

    /** The lake's type of a declared column. */
    public static ColumnType type(cn.gongshu.platform.catalogue.ColumnType type) {
        return switch (type) {
            case TEXT -> ColumnType.Scalar.TEXT;
            case INT, MONTH -> ColumnType.Scalar.INTEGER;
            case LONG -> ColumnType.Scalar.LONG;
            case DATE -> ColumnType.Scalar.DATE;
        };
    }
}
