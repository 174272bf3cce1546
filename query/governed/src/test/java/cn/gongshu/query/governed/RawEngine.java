package cn.gongshu.query.governed;

import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.RowCursor;
import cn.gongshu.query.spi.TableBinding;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs SQL past the door, to look at what an engine itself would give. */
final class RawEngine {

    private static final Limits LIMITS = new Limits(1_000_000, 1_000_000_000, Duration.ofMinutes(5));

    private RawEngine() {}

    static List<Row> rows(QueryEngine engine, String sql, TableBinding... tables) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = engine.run(new EngineQuery(sql, List.of(tables), LIMITS))) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
