package cn.gongshu.query.governed;

import cn.gongshu.query.spi.RowCursor;
import org.jspecify.annotations.Nullable;

/** Lets another thread stop a run: once stopped, what runs under it and what starts later fails with QUERY_STOPPED. */
public final class StopSignal {

    private @Nullable RowCursor running;
    private boolean stopped;

    /** Stops the run, now or as soon as it starts. */
    public synchronized void stop() {
        stopped = true;
        if (running != null) {
            running.cancel();
        }
    }

    synchronized void watch(RowCursor cursor) {
        running = cursor;
        if (stopped) {
            cursor.cancel();
        }
    }

    synchronized void done() {
        running = null;
    }
}
