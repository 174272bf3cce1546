package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.RowCursor;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rows of one DuckDB run. The run starts with the first row asked for, so that it can be cancelled from the outset. */
final class DuckDbCursor implements RowCursor {

    private enum State {
        OPEN,
        CANCELLED,
        OUT_OF_TIME,
        CLOSED
    }

    private static final Duration AGAIN = Duration.ofMillis(200);

    /** Changed only under this cursor's monitor. */
    private volatile State state = State.OPEN;

    private final Connection connection;
    private final PreparedStatement statement;
    private final EngineQuery query;
    private final Limits limits;
    private final Runnable released;
    private final List<ResultColumn> columns;
    private final ScheduledExecutorService watch;
    private final List<Future<?>> alarms = new CopyOnWriteArrayList<>();
    private @Nullable ResultSet results;
    private boolean finished;
    private long rows;
    private long bytes;

    DuckDbCursor(PreparedStatement statement, EngineQuery query, ScheduledExecutorService watch, Runnable released)
            throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection();
        this.query = query;
        this.limits = query.limits();
        this.watch = watch;
        this.released = released;
        this.columns = describe(statement.getMetaData());
        interruptAfter(limits.time(), State.OUT_OF_TIME);
    }

    private static List<ResultColumn> describe(ResultSetMetaData data) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(new ResultColumn(data.getColumnName(i), DuckTypes.of(data.getColumnTypeName(i))));
        }
        return List.copyOf(columns);
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        if (finished) {
            return null;
        }
        checkOpen();
        try {
            ResultSet set = results;
            if (set == null) {
                set = statement.executeQuery();
                results = set;
            }
            if (!set.next()) {
                checkOpen();
                finished = true;
                return null;
            }
            return count(read(set));
        } catch (SQLException e) {
            checkOpen();
            throw DuckFaults.of(e, query.tables());
        }
    }

    private Row read(ResultSet set) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = DuckTypes.read(set, i + 1, columns.get(i).type());
        }
        return Row.of(values);
    }

    private Row count(Row row) {
        checkOpen();
        rows++;
        for (Object value : row.values()) {
            bytes += size(value);
        }
        if (rows > limits.rows() || bytes > limits.bytes()) {
            throw new Fault(
                    ErrorCode.QUERY_LIMIT, "more than " + limits.rows() + " rows or " + limits.bytes() + " bytes");
        }
        return row;
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case null -> Long.BYTES;
            case String text -> 2L * text.length();
            case List<?> list -> list.stream().mapToLong(DuckDbCursor::size).sum();
            default -> Long.BYTES;
        };
    }

    private void checkOpen() {
        switch (state) {
            case OPEN -> {}
            case OUT_OF_TIME -> throw new Fault(ErrorCode.QUERY_LIMIT, "longer than " + limits.time());
            case CANCELLED -> throw new Fault(ErrorCode.QUERY_STOPPED, "cancelled");
            case CLOSED -> throw new IllegalStateException("the cursor is closed");
        }
    }

    @Override
    public void cancel() {
        stop(State.CANCELLED);
        interruptAfter(Duration.ZERO, State.CANCELLED);
    }

    /** Interrupts again and again: one that comes just before the statement starts would be lost. */
    private void interruptAfter(Duration time, State why) {
        try {
            alarms.add(watch.scheduleWithFixedDelay(
                    () -> stop(why), time.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            throw new Fault(ErrorCode.QUERY_STOPPED, "the engine is closed");
        }
    }

    private synchronized void stop(State why) {
        if (state == State.OPEN) {
            state = why;
        }
        if (state != State.CLOSED) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // A statement that cannot be interrupted has ended; the reader sees the state in any case.
            }
        }
    }

    @Override
    public synchronized void close() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        alarms.forEach(alarm -> alarm.cancel(false));
        try {
            statement.close();
            connection.close();
        } catch (SQLException e) {
            throw DuckFaults.of(e);
        } finally {
            released.run();
        }
    }
}
