package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.LegalDate;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a governed query may name and read: the published items, under the scope of a link. */
@Component
class Governance {

    private static final Logger diagnostics = LoggerFactory.getLogger(Governance.class);

    private final CatalogueTables catalogue;
    private final GovernedQueries queries;
    private final Lake lake;
    private final Set<ItemId> hidden = ConcurrentHashMap.newKeySet();

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

    /**
     * The published items as tables. One that cannot be a table is hidden, and a join to an item that is not published is
     * left out: an odd item never stops the queries that do not name it.
     */
    GovernedTables tables() {
        Map<String, GovernedTable> made = new LinkedHashMap<>();
        for (QueryTable published : catalogue.published()) {
            GovernedTable table = table(published);
            if (table != null) {
                made.putIfAbsent(table.name().toLowerCase(Locale.ROOT), table);
            }
        }
        return new GovernedTables(
                made.values().stream().map(table -> joined(table, made)).toList());
    }

    /** The legal date the data of these snapshots stand at: the day of the oldest, never later than today. */
    LocalDate asOf(Map<ItemId, Long> snapshots, LocalDate today) {
        return snapshots.entrySet().stream()
                .flatMap(read -> lake.snapshots(read.getKey()).stream().filter(known -> known.id() == read.getValue()))
                .map(known -> LocalDate.ofInstant(known.loadedAt(), LegalDate.ZONE))
                .filter(loaded -> loaded.isBefore(today))
                .min(LocalDate::compareTo)
                .orElse(today);
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

    private @Nullable GovernedTable table(QueryTable table) {
        try {
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
        } catch (IllegalArgumentException odd) {
            if (hidden.add(table.item())) {
                diagnostics.error("item {} is hidden from queries: {}", table.item(), odd.getMessage());
            }
            return null;
        }
    }

    /** The table with those of its joins whose both ends are there. */
    private static GovernedTable joined(GovernedTable table, Map<String, GovernedTable> tables) {
        List<DeclaredJoin> joins = table.joins().stream()
                .filter(join -> has(table, join.column())
                        && has(tables.get(join.toTable().toLowerCase(Locale.ROOT)), join.toColumn()))
                .toList();
        return new GovernedTable(table.name(), table.item(), table.columns(), table.subjects(), joins);
    }

    private static boolean has(@Nullable GovernedTable table, String column) {
        return table != null
                && table.columns().stream().anyMatch(known -> known.name().equalsIgnoreCase(column));
    }

    private static String name(ItemId item) {
        return item.value().replace('-', '_');
    }
}
