package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType.Scalar;
import cn.gongshu.query.spi.InlineTable;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.TableBinding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of one run: each item's snapshot under the query's name for it, and the subjects who are left out. */
final class Bound {

    private static final List<Column> SUBJECT = List.of(Column.required(1, Names.SUBJECT, Scalar.TEXT));

    private final Map<String, LakeTable> tables;
    private final Map<ItemId, Long> snapshots;
    private final List<TableBinding> leftOut;

    private Bound(Map<String, LakeTable> tables, Map<ItemId, Long> snapshots, List<TableBinding> leftOut) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.leftOut = leftOut;
    }

    static Outcome<Bound> of(
            List<Source> sources, Set<ColumnRef> touched, TableBinder binder, Obligations obligations) {
        Map<String, LakeTable> tables = new LinkedHashMap<>();
        Map<ItemId, Long> snapshots = new LinkedHashMap<>();
        for (Source source : sources) {
            GovernedTable table = source.table();
            if (!tables.containsKey(table.name())) {
                Outcome<LakeTable> bound = binder.bind(table.item());
                if (bound instanceof Outcome.Refused<LakeTable>(var refusal)) {
                    return Outcome.refused(refusal);
                }
                LakeTable lake = bound.orThrow().as(table.name());
                checkColumns(table, touched, lake);
                tables.put(table.name(), lake);
                snapshots.put(table.item(), lake.snapshotId());
            }
        }
        return Outcome.done(new Bound(tables, snapshots, leftOut(sources, obligations)));
    }

    /** A declaration that the lake does not bear out would be found by the engine in words nobody understands. */
    private static void checkColumns(GovernedTable table, Set<ColumnRef> touched, LakeTable lake) {
        for (GovernedColumn column : table.columns()) {
            boolean used = touched.contains(table.ref(column)) || column.control() == ColumnControl.SUBJECT_KEY;
            boolean there = lake.columns().stream()
                    .anyMatch(c -> c.name().equals(column.name()) && c.type().equals(column.type()));
            if (used && !there) {
                throw new Fault(ErrorCode.INTERNAL, "the lake has no such column as declared: " + table.ref(column));
            }
        }
    }

    private static List<TableBinding> leftOut(List<Source> sources, Obligations obligations) {
        Set<String> kinds = new TreeSet<>();
        sources.forEach(source -> source.table().subjects().forEach(subject -> kinds.add(subject.kind())));
        List<TableBinding> leftOut = new ArrayList<>();
        for (String kind : kinds) {
            Set<String> ids = obligations.optOuts(kind);
            if (!ids.isEmpty()) {
                List<Row> rows = ids.stream().sorted().map(id -> Row.of(id)).toList();
                leftOut.add(new InlineTable(Names.leftOut(kind), SUBJECT, rows));
            }
        }
        return leftOut;
    }

    LakeTable table(String name) {
        LakeTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("not a table of this run");
        }
        return table;
    }

    List<TableBinding> all() {
        List<TableBinding> all = new ArrayList<>(tables.values());
        all.addAll(leftOut);
        return all;
    }

    Map<ItemId, Long> snapshots() {
        return snapshots;
    }
}
