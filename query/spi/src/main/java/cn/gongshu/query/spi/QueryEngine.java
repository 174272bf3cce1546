package cn.gongshu.query.spi;

/**
 * Runs SQL over bound tables. Only {@code query/governed} may call one. Safe for use by several threads.
 *
 * <p>Every fault is a {@link cn.gongshu.kernel.Fault} whose message holds no value of any row and no path:
 * {@code LAKE_UNREADABLE} for a table that cannot be read in full, {@code QUERY_LIMIT}, {@code QUERY_STOPPED},
 * {@code OVERLOADED}, and {@code INTERNAL} for everything else.
 */
public interface QueryEngine extends AutoCloseable {

    EngineCapabilities capabilities();

    /** Starts a run. The cursor must be closed; it holds one of the engine's places until then. */
    RowCursor run(EngineQuery query);

    /** Stops what runs and lets go of memory and files. */
    @Override
    void close();
}
