package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.query.spi.Dialect;
import cn.gongshu.query.spi.EngineCapabilities;
import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.RowCursor;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Query engine in this process over Parquet files. Every run has a connection of its own, so that the tables bound for
 * one are not seen by another.
 */
public final class DuckDbEngine implements QueryEngine {

    private final LockedDuckDb database;
    private final DuckDbSettings settings;
    private final Semaphore places;
    private final ScheduledThreadPoolExecutor watch;

    private DuckDbEngine(LockedDuckDb database, DuckDbSettings settings) {
        this.database = database;
        this.settings = settings;
        this.places = new Semaphore(settings.concurrentRuns(), true);
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("duckdb-time-limit").factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    public static DuckDbEngine open(DuckDbSettings settings) {
        return new DuckDbEngine(LockedDuckDb.open(settings), settings);
    }

    @Override
    public EngineCapabilities capabilities() {
        return new EngineCapabilities(Dialect.DUCKDB, false, false, settings.concurrentRuns());
    }

    @Override
    public RowCursor run(EngineQuery query) {
        Binding.check(query.tables());
        takePlace();
        boolean handedOver = false;
        try {
            RowCursor cursor = start(query);
            handedOver = true;
            return cursor;
        } finally {
            if (!handedOver) {
                places.release();
            }
        }
    }

    private RowCursor start(EngineQuery query) {
        @Nullable DuckDBConnection connection = null;
        try {
            connection = database.connection();
            Binding.bind(connection, query.tables());
            PreparedStatement statement = connection.prepareStatement(query.sql());
            return new DuckDbCursor(statement, query, watch, places::release);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw DuckFaults.of(e, query.tables());
        } catch (RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Fault(ErrorCode.OVERLOADED, "all " + settings.concurrentRuns() + " places are taken");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(ErrorCode.QUERY_STOPPED, "interrupted while waiting for a place");
        }
    }

    private static void closeQuietly(@Nullable DuckDBConnection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // The fault that is on its way says more than this one.
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        database.close();
    }
}
