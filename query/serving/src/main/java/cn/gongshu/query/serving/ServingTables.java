package cn.gongshu.query.serving;

import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.RefusedException;

import javax.sql.DataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Builds serving tables beside the ones in use and switches to them. A table is never updated: new data are a new
 * generation. Sequence: {@link #nextGeneration}, {@link #build}, {@link #publish}, and {@link #dropOld} once readers of
 * the old generation have had time to finish.
 *
 * <p>Every method throws a {@link cn.gongshu.kernel.Fault} when the database fails.
 */
public final class ServingTables {

    private static final String LOCKED = "55P03";

    private final Database database;
    private final TableWriter writer;
    private final SubjectKeys keys;

    public ServingTables(DataSource source, SubjectKeys keys, Clock machineTime, ServingLimits limits) {
        this.database = new Database(source);
        this.writer = new TableWriter(machineTime, limits);
        this.keys = keys;
    }

    /** A number no build of any product has had, larger than all before. */
    public long nextGeneration() {
        return database.each("no generation could be drawn", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT nextval('serving.generation')")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /**
     * Builds a table beside the served one and creates the subject keys it needs. Memory does not grow with the rows.
     * Whatever interrupts it leaves what is served untouched.
     *
     * @param rows one row per subject, in any order; read once, closed by the caller
     * @return the table, not yet served; or QUERY_REFUSED when a subject is empty or has two rows, or a limit is passed
     */
    public Outcome<ServingTable> build(ServingBuild build, Iterator<ServingRow> rows) {
        ServingTable built;
        try {
            built = database.transaction(
                    "a serving table could not be built",
                    connection -> writer.write(connection, build, rows).orThrow());
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
        keys.createFor(built);
        return Outcome.done(built);
    }

    /** As {@link #publish(Connection, ServingTable)} in a transaction of its own. */
    public boolean publish(ServingTable table) {
        return database.transaction(
                "a serving table could not be published", connection -> Pointers.publish(connection, table));
    }

    /**
     * Points the product at this table within the caller's transaction. Statements that run see the old table or the
     * new one whole.
     *
     * @return false when a newer generation is served already; this one then goes with the next {@link #dropOld}
     */
    public boolean publish(Connection connection, ServingTable table) throws SQLException {
        return Pointers.publish(connection, table);
    }

    /** The table now served for a product, if any. */
    public Optional<ServingTable> current(ProductCode product) {
        return database.each("the serving pointer could not be read", connection -> Pointers.read(connection, product));
    }

    /**
     * Drops the generations older than the served one. A table that a statement still reads is left for the next time
     * rather than waited for, since waiting would make new readers wait too.
     *
     * @return how many were dropped
     */
    public int dropOld(ProductCode product) {
        long served = current(product).map(ServingTable::generation).orElse(0L);
        List<Long> old = generations(product).stream().filter(g -> g < served).toList();
        int dropped = 0;
        for (long generation : old) {
            dropped += dropUnlessRead(product, generation) ? 1 : 0;
        }
        return dropped;
    }

    /** Drops a table that was built and is not to be served. */
    public void discard(ServingTable table) {
        database.each("a serving table could not be dropped", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "DROP TABLE IF EXISTS " + ServingBuild.sqlName(table.product(), table.generation()));
            }
        });
    }

    /** Stops serving a product and drops all its tables; they can be rebuilt from the lake. Subject keys stay. */
    public void drop(ProductCode product) {
        database.transaction("serving tables could not be dropped", connection -> {
            Pointers.delete(connection, product);
            try (Statement statement = connection.createStatement()) {
                for (long generation : generations(connection, product)) {
                    statement.execute("DROP TABLE IF EXISTS " + ServingBuild.sqlName(product, generation));
                }
            }
            return true;
        });
    }

    private boolean dropUnlessRead(ProductCode product, long generation) {
        return database.transaction("an old serving table could not be dropped", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '200ms'");
                statement.execute("DROP TABLE IF EXISTS " + ServingBuild.sqlName(product, generation));
                return true;
            } catch (SQLException failed) {
                if (LOCKED.equals(failed.getSQLState())) {
                    connection.rollback();
                    return false;
                }
                throw failed;
            }
        });
    }

    private List<Long> generations(ProductCode product) {
        return database.each("serving tables could not be listed", connection -> generations(connection, product));
    }

    private static List<Long> generations(Connection connection, ProductCode product) throws SQLException {
        String prefix = product.value() + "_";
        String sql = """
                SELECT substr(c.relname, ?)::bigint
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'serving' AND c.relkind = 'r'
                  AND starts_with(c.relname, ?) AND substr(c.relname, ?) ~ '^[0-9]{1,18}$'
                ORDER BY 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, prefix.length() + 1);
            statement.setString(2, prefix);
            statement.setInt(3, prefix.length() + 1);
            List<Long> generations = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    generations.add(rows.getLong(1));
                }
            }
            return generations;
        }
    }
}
