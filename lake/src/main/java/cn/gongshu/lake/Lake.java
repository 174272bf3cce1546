package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.TableWriter;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The city's items as Iceberg tables: Parquet files in one folder, the catalogue in PostgreSQL. A load is one snapshot
 * or nothing; a reader is bound to one snapshot and never sees half a load. Safe for use by several threads and
 * processes at once.
 *
 * <p>Faults: {@code DATABASE_UNREACHABLE} (the load may or may not have been taken: bring it again under its id),
 * {@code STORAGE}, {@code OVERLOADED}.
 */
public final class Lake implements AutoCloseable {

    private final Catalogue catalogue;
    private final WarehouseFiles files;
    private final Loading loading;
    private final Housekeeping housekeeping;

    private Lake(Catalogue catalogue, WarehouseFiles files, Loading loading, Housekeeping housekeeping) {
        this.catalogue = catalogue;
        this.files = files;
        this.loading = loading;
        this.housekeeping = housekeeping;
    }

    /**
     * Opens the lake, making its folder and its schema where missing.
     *
     * @param writer writes the data files, into the warehouse; closed by its owner, not by the lake
     * @param clock machine time, entered with each load
     * @param random names files; no two processes may use the same seed
     */
    public static Lake open(LakeConfig config, TableWriter writer, Clock clock, RandomGenerator random) {
        try {
            WarehouseFolders.make(config.warehouse().toAbsolutePath());
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE, "the warehouse's folder cannot be made", e);
        }
        WarehouseFiles files = new WarehouseFiles(config.warehouse());
        ExpiredLoads expired = new ExpiredLoads(config);
        return new Lake(
                Catalogue.open(config, files),
                files,
                new Loading(files, writer, expired, clock, random),
                new Housekeeping(files, expired));
    }

    /** Makes the item's table. One that is there already with the same columns is left as it is. */
    public void createTable(ItemTable itemTable) {
        Table table = catalogue.create(itemTable);
        if (!IcebergTypes.columns(table.schema()).equals(itemTable.columns())) {
            throw new IllegalArgumentException(itemTable.item() + " has a table with other columns");
        }
    }

    /** Items that have a table. */
    public List<ItemId> items() {
        return catalogue.items();
    }

    /** Where the item's rows lie, or empty when the item is not bound to a table. */
    public Optional<Storage> describe(ItemId item) {
        return catalogue.table(item).map(table -> {
            @Nullable Snapshot current = table.currentSnapshot();
            return new Storage(Catalogue.storedAs(item), current == null ? null : Snapshots.of(current));
        });
    }

    /**
     * Takes one delivery of rows.
     *
     * @param rows values in the order of the table's columns; read once
     * @return what came of it; refused are ITEM_NOT_BOUND (no table) and ROW_INVALID, both with nothing changed
     */
    public Outcome<Loaded> load(ItemId item, Load load, Iterator<Row> rows) {
        Loading.Source source = new Loading.Source(rows, catalogue.config().rowsPerFile());
        return table(item).then(table -> loading.load(item, table, load, source));
    }

    /** Snapshots that can still be read, oldest first; empty for an item that is not bound. */
    public List<LakeSnapshot> snapshots(ItemId item) {
        return catalogue.table(item).map(Snapshots::all).orElse(List.of());
    }

    /** The item's present snapshot for an engine, under the item's id with underscores as name. */
    public Outcome<LakeTable> bind(ItemId item) {
        return table(item).map(table -> bound(item, table, table.currentSnapshot()));
    }

    /** One snapshot of the item for an engine; NOT_FOUND when it is not kept any more. */
    public Outcome<LakeTable> bind(ItemId item, long snapshotId) {
        return table(item).then(table -> {
            @Nullable Snapshot snapshot = table.snapshot(snapshotId);
            return snapshot == null
                    ? Outcome.refused(Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "快照")))
                    : Outcome.done(bound(item, table, snapshot));
        });
    }

    private Outcome<Table> table(ItemId item) {
        return catalogue
                .table(item)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(ErrorCode.ITEM_NOT_BOUND, Map.of("item", item.value()))));
    }

    private LakeTable bound(ItemId item, Table table, @Nullable Snapshot snapshot) {
        Plan plan = snapshot == null ? Plan.EMPTY : plan(table.newScan().useSnapshot(snapshot.snapshotId()));
        Schema schema = snapshot == null || snapshot.schemaId() == null
                ? table.schema()
                : table.schemas().getOrDefault(snapshot.schemaId(), table.schema());
        return new LakeTable(
                ItemTable.queryName(item),
                Catalogue.storedAs(item),
                snapshot == null ? 0 : snapshot.snapshotId(),
                IcebergTypes.columns(schema),
                plan.files(),
                plan.hasDeletes(),
                plan.rows());
    }

    /** Files of one snapshot. */
    private record Plan(List<Path> files, boolean hasDeletes, long rows) {
        private static final Plan EMPTY = new Plan(List.of(), false, 0);
    }

    private Plan plan(TableScan scan) {
        List<Path> paths = new ArrayList<>();
        boolean hasDeletes = false;
        long rows = 0;
        try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
            for (FileScanTask task : tasks) {
                paths.add(files.path(task.file().location()));
                hasDeletes |= !task.deletes().isEmpty();
                rows += task.file().recordCount();
            }
        } catch (IOException e) {
            throw new Fault(ErrorCode.LAKE_UNREADABLE, "the files of a snapshot cannot be listed", e);
        }
        paths.sort(null);
        return new Plan(paths, hasDeletes, rows);
    }

    /**
     * Lets go of snapshots made before an instant, except the last {@code keep}; their load ids stay known. A reader
     * bound to one of them meets LAKE_UNREADABLE.
     *
     * @return how many were let go
     */
    public int expire(ItemId item, Instant before, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("the present snapshot is always kept");
        }
        return catalogue
                .table(item)
                .map(t -> housekeeping.expire(item, t, before, keep))
                .orElse(0);
    }

    /**
     * Deletes data files that no snapshot names and that are older than an instant, left by loads that were cut short.
     * The instant must lie before the start of any load still running.
     *
     * @return how many were deleted
     */
    public int sweep(ItemId item, Instant before) {
        return catalogue.table(item).map(t -> housekeeping.sweep(t, before)).orElse(0);
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
