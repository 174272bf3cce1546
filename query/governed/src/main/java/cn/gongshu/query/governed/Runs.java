package cn.gongshu.query.governed;

import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.RowCursor;
import cn.gongshu.query.spi.TableBinding;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs generated trees on the engine, under one signal to stop. */
final class Runs {

    private final QueryEngine engine;
    private final Limits limits;

    Runs(QueryEngine engine, Limits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** A whole result. */
    record Whole(List<ResultColumn> columns, List<Row> rows) {}

    String sql(SqlNode tree) {
        return Dialects.write(tree, engine.capabilities().dialect());
    }

    RowCursor start(String sql, List<TableBinding> tables, StopSignal stop) {
        RowCursor cursor = engine.run(new EngineQuery(sql, tables, limits));
        stop.watch(cursor);
        return cursor;
    }

    Whole whole(String sql, List<TableBinding> tables, StopSignal stop) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = start(sql, tables, stop)) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            return new Whole(cursor.columns(), rows);
        } finally {
            stop.done();
        }
    }

    /** The one number a tree gives. */
    long number(SqlNode tree, List<TableBinding> tables, StopSignal stop) {
        Row row = whole(sql(tree), tables, stop).rows().getFirst();
        return ((Number) Objects.requireNonNull(row.value(0))).longValue();
    }
}
