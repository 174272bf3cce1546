package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.lake.Lake;
import cn.gongshu.mandate.Choice;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.platform.catalogue.CatalogueTables;
import cn.gongshu.platform.catalogue.CatalogueTables.QueryTable;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.query.governed.ColumnControl;
import cn.gongshu.query.governed.ColumnScope;
import cn.gongshu.query.governed.DeclaredJoin;
import cn.gongshu.query.governed.GovernedColumn;
import cn.gongshu.query.governed.GovernedQueries;
import cn.gongshu.query.governed.GovernedTable;
import cn.gongshu.query.governed.GovernedTables;
import cn.gongshu.query.governed.SubjectKey;
import cn.gongshu.query.governed.TableBinder;
import cn.gongshu.regulation.Clause;
import org.springframework.stereotype.Component;

/** What a governed query may name and read: the published items, under the scope of a link. */
@Component
class Governance {

    private final CatalogueTables catalogue;
    private final GovernedQueries queries;
    private final Lake lake;

    Governance(CatalogueTables catalogue, GovernedQueries queries, Lake lake) {
        this.catalogue = catalogue;
        this.queries = queries;
        this.lake = lake;
    }

    GovernedQueries queries() {
        return queries;
    }

    /** Each run reads the present snapshot. */
    TableBinder binder() {
        return lake::bind;
    }

    GovernedTables tables() {
        return new GovernedTables(
                catalogue.published().stream().map(Governance::table).toList());
    }

    /** The columns a link's scope lets a query touch. */
    @Clause("R084")
    static ColumnScope scope(Mandate link) {
        return new ColumnScope(link.title(), column -> reaches(link, column));
    }

    private static boolean reaches(Mandate link, ColumnRef column) {
        ItemScope item = link.scope().items().get(column.item());
        Choice<String> columns = item == null ? null : item.columns();
        return columns != null && columns.has(column.column());
    }

    private static GovernedTable table(QueryTable table) {
        return new GovernedTable(
                name(table.item()),
                table.item(),
                table.columns().stream()
                        .map(column -> new GovernedColumn(
                                column.code(),
                                ItemLoads.type(column.type()),
                                ColumnControl.valueOf(column.control().name())))
                        .toList(),
                table.subjects().stream()
                        .map(subject -> new SubjectKey(subject.column(), subject.kind()))
                        .toList(),
                table.joins().stream()
                        .map(join -> new DeclaredJoin(join.column(), name(join.toItem()), join.toColumn()))
                        .toList());
    }

    private static String name(ItemId item) {
        return item.value().replace('-', '_');
    }
}
