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
 * with that and sends once more.
 */
public final class ServingStatements {

    /** Gives the product's served generation, or no row. */
    public static final String POINTER = "SELECT generation FROM serving.pointer WHERE product = $1";

    /** Undefined table, and undefined column: the statement belongs to a table dropped or of another version. */
    private static final Set<String> STALE = Set.of("42P01", "42703");

    private final ConcurrentMap<ProductCode, Held> held = new ConcurrentHashMap<>();

    private record Held(LookupShape shape, @Nullable LookupStatement statement) {}

    /** Sets what a product's lookup reads; at activation and whenever a version of the product changes it. */
    public void define(LookupShape shape) {
        held.put(shape.product(), new Held(shape, null));
    }

    /** The statement last known to be right, if any. */
    public Optional<LookupStatement> current(ProductCode product) {
        Held known = held.get(product);
        return known == null ? Optional.empty() : Optional.ofNullable(known.statement());
    }

    /**
     * The statement for a generation learnt from the database. Late news of an older one changes nothing: the newest
     * known is given.
     *
     * @throws IllegalArgumentException when the product's lookup was never defined
     */
    public LookupStatement at(ProductCode product, long generation) {
        Held now = held.compute(product, (_, known) -> {
            if (known == null) {
                throw new IllegalArgumentException("no lookup is defined for " + product);
            }
            LookupStatement statement = known.statement();
            return statement != null && statement.generation() >= generation
                    ? known
                    : new Held(known.shape(), LookupStatement.of(known.shape(), generation));
        });
        LookupStatement statement = now.statement();
        return statement != null ? statement : LookupStatement.of(now.shape(), generation);
    }

    /** True when a failed lookup means that its table is gone and not that something broke. */
    public static boolean stale(@Nullable String sqlState) {
        return sqlState != null && STALE.contains(sqlState);
    }
}
