package cn.gongshu.query.spi;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Rows of one run as they come. Read by one thread; {@link #cancel} may be called by another. */
public interface RowCursor extends AutoCloseable {

    List<ResultColumn> columns();

    /** The next row, or null after the last. */
    @Nullable
    Row next();

    /** Stops the run: the reader's next call fails with {@code QUERY_STOPPED}, unless the last row was read. */
    void cancel();

    @Override
    void close();
}
