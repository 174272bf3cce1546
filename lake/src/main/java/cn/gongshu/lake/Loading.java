package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.TableWriter;
import cn.gongshu.query.spi.WriteOrder;
import cn.gongshu.query.spi.WrittenFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Takes one load: files first, then one commit that names them. The commit holds only if nothing was added since the
 * load id was last looked for, so two processes that bring the same load at once make one snapshot.
 */
final class Loading {

    private static final int ATTEMPTS = 20;

    private final WarehouseFiles files;
    private final TableWriter writer;
    private final ExpiredLoads expired;
    private final Clock clock;
    private final RandomGenerator random;

    Loading(WarehouseFiles files, TableWriter writer, ExpiredLoads expired, Clock clock, RandomGenerator random) {
        this.files = files;
        this.writer = writer;
        this.expired = expired;
        this.clock = clock;
        this.random = random;
    }

    Outcome<Loaded> load(ItemId item, Table table, Load load, Source source) {
        Optional<LakeSnapshot> before = taken(item, table, load);
        if (before.isPresent()) {
            return Outcome.done(new Loaded(before.get(), true));
        }
        return write(table, source).map(written -> Catalogue.reaching(() -> commit(item, table, load, written)));
    }

    /** The rows of a load and how many of them a file takes. */
    record Source(Iterator<Row> rows, long rowsPerFile) {}

    private Optional<LakeSnapshot> taken(ItemId item, Table table, Load load) {
        return Snapshots.byLoad(table, load.id()).or(() -> expired.find(item, load.id()));
    }

    private Outcome<List<WrittenFile>> write(Table table, Source source) {
        String prefix = new UUID(random.nextLong(), random.nextLong()).toString();
        WriteOrder order =
                new WriteOrder(dataFolder(table), prefix, IcebergTypes.columns(table.schema()), source.rowsPerFile());
        return writer.write(order, source.rows());
    }

    private Path dataFolder(Table table) {
        try {
            return WarehouseFolders.make(files.path(dataLocation(table)));
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE, "the folder of a table cannot be made", e);
        }
    }

    static String dataLocation(Table table) {
        return table.location() + "/data";
    }

    private Loaded commit(ItemId item, Table table, Load load, List<WrittenFile> written) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            table.refresh();
            Optional<LakeSnapshot> meanwhile = taken(item, table, load);
            if (meanwhile.isPresent()) {
                written.forEach(file -> files.deleteFile(files.location(file.path())));
                return new Loaded(meanwhile.get(), true);
            }
            try {
                update(table, load, written).commit();
                return new Loaded(Snapshots.byLoad(table, load.id()).orElseThrow(), false);
            } catch (ValidationException | CommitFailedException e) {
                // Another load came first; look again whether it was this very one.
            }
        }
        throw new Fault(ErrorCode.OVERLOADED, "too many loads of one item at the same time");
    }

    private OverwriteFiles update(Table table, Load load, List<WrittenFile> written) {
        OverwriteFiles update = table.newOverwrite()
                .conflictDetectionFilter(Expressions.alwaysTrue())
                .validateNoConflictingData();
        @Nullable Snapshot current = table.currentSnapshot();
        if (current != null) {
            update.validateFromSnapshot(current.snapshotId());
        }
        if (load.mode() == Load.Mode.REPLACE) {
            update.overwriteByRowFilter(Expressions.alwaysTrue());
        }
        written.forEach(file -> update.addFile(dataFile(table, file)));
        return update.set(Snapshots.LOAD_ID, load.id())
                .set(Snapshots.LOADED_AT, clock.instant().toString());
    }

    private DataFile dataFile(Table table, WrittenFile file) {
        return DataFileFigures.dataFile(file, files.location(file.path()), table.schema());
    }
}
