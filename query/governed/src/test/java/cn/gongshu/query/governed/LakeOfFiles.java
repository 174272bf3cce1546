package cn.gongshu.query.governed;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.query.duckdb.DuckDbEngine;
import cn.gongshu.query.duckdb.DuckDbSettings;
import cn.gongshu.query.duckdb.DuckDbTableWriter;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.WriteOrder;
import cn.gongshu.query.spi.WrittenFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Items as Parquet files without a catalogue, a real engine over them, and the door to it. */
final class LakeOfFiles implements AutoCloseable, TableBinder {

    private static final Limits LIMITS = new Limits(100_000, 50_000_000, Duration.ofSeconds(60));

    final DuckDbEngine engine;
    final GovernedQueries queries;
    private final Path warehouse;
    private final DuckDbTableWriter writer;
    private final Map<ItemId, LakeTable> tables = new HashMap<>();
    private int snapshots;

    LakeOfFiles(Path folder) {
        try {
            warehouse = Files.createDirectories(folder.resolve("warehouse"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        DuckDbSettings settings = DuckDbSettings.modest(warehouse, folder.resolve("temporary"));
        engine = DuckDbEngine.open(settings);
        writer = DuckDbTableWriter.open(settings);
        queries = new GovernedQueries(engine, LIMITS, LIMITS);
    }

    /** Loads rows as a new snapshot of an item; values in the order of its declared columns. */
    void load(ItemId item, List<Row> rows) {
        GovernedTable declared = City.TABLES.tables().stream()
                .filter(t -> t.item().equals(item))
                .findFirst()
                .orElseThrow();
        List<GovernedColumn> columns = declared.columns();
        List<Column> stored = IntStream.range(0, columns.size())
                .mapToObj(i -> Column.optional(
                        i + 1, columns.get(i).name(), columns.get(i).type()))
                .toList();
        snapshots++;
        WriteOrder order = new WriteOrder(warehouse, "s" + snapshots, stored, 1_000_000);
        List<Path> files = writer.write(order, rows.iterator()).orThrow().stream()
                .map(WrittenFile::path)
                .toList();
        tables.put(item, new LakeTable("any", "lake." + declared.name(), snapshots, stored, files, false, rows.size()));
    }

    @Override
    public Outcome<LakeTable> bind(ItemId item) {
        LakeTable table = tables.get(item);
        return table == null
                ? Outcome.refused(Refusal.of(ErrorCode.ITEM_NOT_BOUND, Map.of("item", item.value())))
                : Outcome.done(table);
    }

    AggregateResult aggregate(String sql, Obligations obligations) {
        CheckedAggregate checked =
                queries.checkAggregate(sql, City.TABLES, City.ALL).orThrow();
        return queries.aggregate(checked, this, obligations, new StopSignal()).orThrow();
    }

    @Override
    public void close() {
        engine.close();
        writer.close();
    }
}
