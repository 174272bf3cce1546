package cn.gongshu.query.governed;

import cn.gongshu.query.spi.LakeTable;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a join's column is unique in a snapshot, as its declaration promises: if not, the join would multiply rows.
 * Found out once for each snapshot; snapshots do not change.
 */
final class UniqueKeys {

    private static final int REMEMBERED = 1000;

    private record Key(String storedAs, long snapshotId, String column) {}

    private final Map<Key, Boolean> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Runs runs;

    UniqueKeys(Runs runs) {
        this.runs = runs;
    }

    /** Refuses a query one of whose joins meets a column that is not unique. */
    void check(List<Source> sources, Bound bound, StopSignal stop) {
        for (Source source : sources.subList(1, sources.size())) {
            String column = Objects.requireNonNull(source.step()).ownColumn().name();
            LakeTable table = bound.table(source.table().name());
            if (!unique(table, column, stop)) {
                throw Refuse.whole(QueryRule.JOIN_INFLATES, source.table().name(), column);
            }
        }
    }

    private boolean unique(LakeTable table, String column, StopSignal stop) {
        Key key = new Key(table.storedAs(), table.snapshotId(), column);
        synchronized (known) {
            Boolean before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        boolean unique = runs.number(repeated(table.name(), column), List.of(table), stop) == 0;
        synchronized (known) {
            known.put(key, unique);
        }
        return unique;
    }

    /** How many values stand in more than one row. */
    private static SqlNode repeated(String table, String column) {
        SqlNode name = Nodes.name(column);
        SqlNode counts = Nodes.select(
                List.of(name, Nodes.as(Nodes.countAll(), Names.GROUPS)),
                Nodes.name(table),
                Nodes.call(SqlStdOperatorTable.IS_NOT_NULL, name),
                List.of(name),
                List.of());
        return Nodes.select(
                List.of(Nodes.as(Nodes.countAll(), Names.REPEATED)),
                Nodes.as(counts, "gs_counts"),
                Nodes.call(SqlStdOperatorTable.GREATER_THAN, Nodes.name(Names.GROUPS), Nodes.whole(1)),
                List.of(),
                List.of());
    }
}
