package cn.gongshu.query.governed;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.RowCursor;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Rows keyed by one subject each, as they come, in no order. They are about persons or firms: only a serving table that
 * is read by a subject's consented lookup may take them.
 */
public final class SubjectRows implements AutoCloseable {

    private final RowCursor cursor;
    private final StopSignal stop;
    private final Map<ItemId, Long> snapshots;
    private final String sql;

    SubjectRows(RowCursor cursor, StopSignal stop, Map<ItemId, Long> snapshots, String sql) {
        this.cursor = cursor;
        this.stop = stop;
        this.snapshots = Map.copyOf(snapshots);
        this.sql = sql;
    }

    /** The subject's id first, as text; then the query's other columns. */
    public List<ResultColumn> columns() {
        return cursor.columns();
    }

    /** The next subject's row, or null after the last. */
    public @Nullable Row next() {
        return cursor.next();
    }

    /** The snapshot of each item that is read. */
    public Map<ItemId, Long> snapshots() {
        return snapshots;
    }

    /** The SQL that runs, for the record. */
    public String sql() {
        return sql;
    }

    @Override
    public void close() {
        stop.done();
        cursor.close();
    }
}
