package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.TableWriter;
import cn.gongshu.query.spi.WriteOrder;
import cn.gongshu.query.spi.WrittenFile;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes Parquet through DuckDB: rows into a temporary table, as many as one file takes, then one COPY. */
public final class DuckDbTableWriter implements TableWriter {

    private static final String STAGING = "staging";

    private final LockedDuckDb database;

    private DuckDbTableWriter(LockedDuckDb database) {
        this.database = database;
    }

    public static DuckDbTableWriter open(DuckDbSettings settings) {
        return new DuckDbTableWriter(LockedDuckDb.open(settings));
    }

    @Override
    public Outcome<List<WrittenFile>> write(WriteOrder order, Iterator<Row> rows) {
        List<Path> begun = new ArrayList<>();
        boolean done = false;
        try (DuckDBConnection connection = database.connection()) {
            Outcome<List<WrittenFile>> outcome = write(connection, order, new Count(rows), begun);
            if (outcome instanceof Outcome.Done<List<WrittenFile>>) {
                force(order.folder());
                done = true;
            }
            return outcome;
        } catch (SQLException e) {
            throw DuckFaults.of(e);
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE, "a data file cannot be forced to disk");
        } finally {
            if (!done) {
                discard(begun);
            }
        }
    }

    private static Outcome<List<WrittenFile>> write(
            DuckDBConnection connection, WriteOrder order, Count rows, List<Path> begun)
            throws SQLException, IOException {
        List<WrittenFile> files = new ArrayList<>();
        while (rows.more()) {
            Path file = order.folder().resolve("%s-%05d.parquet".formatted(order.namePrefix(), files.size()));
            begun.add(file);
            Binding.createTable(connection, STAGING, order.columns());
            Outcome<Long> staged = stage(connection, order, rows);
            if (staged instanceof Outcome.Refused<Long>(Refusal refusal)) {
                return Outcome.refused(refusal);
            }
            files.add(Copy.staging(connection, STAGING, order.columns(), file));
            force(file);
        }
        return Outcome.done(List.copyOf(files));
    }

    private static Outcome<Long> stage(DuckDBConnection connection, WriteOrder order, Count rows) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(STAGING)) {
            RowAppender staging = new RowAppender(appender, order.columns());
            long staged = 0;
            while (staged < order.rowsPerFile() && rows.more()) {
                Row row = rows.next();
                int misfit = staging.misfit(row);
                if (misfit >= 0) {
                    return Outcome.refused(invalid(rows.taken, order.columns().get(misfit)));
                }
                staging.append(row);
                staged++;
            }
            return Outcome.done(staged);
        }
    }

    private static Refusal invalid(long row, Column column) {
        return Refusal.of(ErrorCode.ROW_INVALID, Map.of("row", Long.toString(row), "column", column.name()));
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(List<Path> begun) {
        for (Path file : begun) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Left for the lake's sweep of files that no snapshot names.
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** Rows with the number of those taken. */
    private static final class Count {
        private final Iterator<Row> rows;
        private long taken;

        Count(Iterator<Row> rows) {
            this.rows = rows;
        }

        boolean more() {
            return rows.hasNext();
        }

        Row next() {
            taken++;
            return rows.next();
        }
    }
}
