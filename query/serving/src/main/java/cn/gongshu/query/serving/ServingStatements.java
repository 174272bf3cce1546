package cn.gongshu.query.serving;

import cn.gongshu.kernel.ProductCode;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which lookup statement to send for each product; no database behind it, so an event loop may ask. A door sends
 * {@link #current}; if it is empty, or the statement fails with a state that {@link #stale} knows, the door reads the
 * generation by {@link #POINTER} and takes {@link #at}; if the answer's generation is another one, it takes {@link #at}
 * with that and sends once more. A call gets statements of its own shape only, whatever was activated meanwhile.
 */
public final class ServingStatements {

    /** Gives the product's served generation, or no row. */
    public static final String POINTER = "SELECT generation FROM serving.pointer WHERE product = $1";

    /** Undefined table, and undefined column: the statement belongs to a table dropped or of another version. */
    private static final Set<String> STALE = Set.of("42P01", "42703");

    private final ConcurrentMap<ProductCode, Held> held = new ConcurrentHashMap<>();

    private record Held(LookupShape shape, LookupStatement statement) {}

    /** The statement of this shape last known to be right, if any. */
    public Optional<LookupStatement> current(LookupShape shape) {
        Held known = held.get(shape.product());
        return known != null && known.shape().equals(shape) ? Optional.of(known.statement()) : Optional.empty();
    }

    /**
     * The statement of this shape for a generation learnt from the database. Late news of an older one changes nothing:
     * the newest known is given.
     */
    public LookupStatement at(LookupShape shape, long generation) {
        return held.compute(shape.product(), (_, known) -> newest(known, shape, generation))
                .statement();
    }

    private static Held newest(@Nullable Held known, LookupShape shape, long generation) {
        if (known != null && known.shape().equals(shape) && known.statement().generation() >= generation) {
            return known;
        }
        return new Held(shape, LookupStatement.of(shape, generation));
    }

    /** True when a failed lookup means that its table is gone and not that something broke. */
    public static boolean stale(@Nullable String sqlState) {
        return sqlState != null && STALE.contains(sqlState);
    }
}
