package cn.gongshu.lake;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import cn.gongshu.query.duckdb.DuckDbEngine;
import cn.gongshu.query.duckdb.DuckDbSettings;
import cn.gongshu.query.duckdb.DuckDbTableWriter;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.Scalar;
import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.RowCursor;
import cn.gongshu.query.spi.TableWriter;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A lake with its writer and an engine over it, for tests. */
final class LakeFixture implements AutoCloseable {

    static final ItemId ITEM = new ItemId("C07-01");
    static final List<Column> COLUMNS = List.of(
            Column.required(1, "resident_id", Scalar.TEXT),
            Column.optional(2, "paid_month", Scalar.DATE),
            Column.optional(3, "amount", new Decimal(12, 2)));
    static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private static final long ROWS_PER_FILE = 100;
    private static final Limits LIMITS = new Limits(100_000, 10_000_000, Duration.ofSeconds(60));

    final Lake lake;
    private final TableWriter writer;
    private final QueryEngine engine;

    LakeFixture(Path warehouse, TestDatabase database) {
        this(warehouse, database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    LakeFixture(Path warehouse, TestDatabase database, Clock clock) {
        DuckDbSettings settings = DuckDbSettings.modest(warehouse, warehouse.resolveSibling("temporary"));
        writer = DuckDbTableWriter.open(settings);
        engine = DuckDbEngine.open(settings);
        lake = Lake.open(config(warehouse, database), writer, clock, new SecureRandom());
    }

    static LakeConfig config(Path warehouse, TestDatabase database) {
        return new LakeConfig(
                warehouse, database.jdbcUrl(), database.user(), database.password(), "lake", ROWS_PER_FILE);
    }

    LakeFixture withTable() {
        lake.createTable(new ItemTable(ITEM, COLUMNS));
        return this;
    }

    static Iterator<Row> rows(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(n -> Row.of("p" + n, LocalDate.of(2026, 1, 1).plusMonths(n % 12), new BigDecimal(n)))
                .iterator();
    }

    long count() {
        return count(lake.bind(ITEM).orThrow());
    }

    long count(LakeTable table) {
        Row row = query("SELECT COUNT(DISTINCT resident_id) AS c FROM T", table).getFirst();
        return (Long) Objects.requireNonNull(row.value(0));
    }

    List<Row> query(String sql, LakeTable table) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = engine.run(new EngineQuery(sql, List.of(table.as("T")), LIMITS))) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        lake.close();
        engine.close();
        writer.close();
    }
}
