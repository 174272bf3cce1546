package cn.gongshu.query.serving;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import static cn.gongshu.query.serving.ServingDatabase.P37;
import static org.assertj.core.api.Assertions.assertThat;

class SwitchTest {

    private static final int READERS = 2;
    private static final int SWITCHES = 15;

    private static final LookupShape SHAPE =
            new LookupShape(P37, List.of(LookupShape.Answer.column("n")), LookupShape.Consent.notNeeded());

    private final ServingStatements statements = new ServingStatements();

    /** What one reader saw: how many answers, and the generations in the order seen. */
    private record Seen(int answers, List<Long> generations) {}

    @Test
    void readersNeverSeeARowOfAnotherGenerationAndNeverNone() throws Exception {
        ServingDatabase database = ServingDatabase.fresh();
        database.publishNumbers(100, 1);
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(READERS);
        List<Seen> seen = new ArrayList<>();
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Seen>> running = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                running.add(readers.submit(() -> read(database, reading, ended)));
            }
            reading.await();
            for (int i = 2; i <= SWITCHES; i++) {
                // Generations are drawn one by one here, so the number in every row is the generation itself.
                database.publishNumbers(100, i);
                database.tables().dropOld(P37);
            }
            ended.set(true);
            for (Future<Seen> one : running) {
                seen.add(one.get());
            }
        }
        assertThat(seen).allSatisfy(one -> {
            assertThat(one.generations()).isSorted().endsWith((long) SWITCHES);
            assertThat(one.answers()).isGreaterThan(SWITCHES);
        });
    }

    private Seen read(ServingDatabase database, CountDownLatch reading, AtomicBoolean ended) throws SQLException {
        List<Long> generations = new ArrayList<>();
        int answers = 0;
        try (Connection connection = database.source().getConnection()) {
            boolean last = false;
            while (!last) {
                last = ended.get();
                long generation = ask(connection);
                if (generations.isEmpty() || generations.getLast() != generation) {
                    generations.add(generation);
                }
                answers++;
                reading.countDown();
            }
        }
        return new Seen(answers, generations);
    }

    /** As a door does it; gives the generation answered from. */
    private long ask(Connection connection) throws SQLException {
        LookupStatement statement = statements.current(SHAPE).orElse(null);
        while (true) {
            if (statement == null) {
                statement = statements.at(SHAPE, served(connection));
            }
            Optional<Long> other = send(connection, statement);
            if (other.isPresent() && other.get() == statement.generation()) {
                return statement.generation();
            }
            statement = other.isPresent() ? statements.at(SHAPE, other.get()) : null;
        }
    }

    private static long served(Connection connection) throws SQLException {
        try (PreparedStatement pointer = connection.prepareStatement(ServingStatements.POINTER.replace("$1", "?"))) {
            pointer.setString(1, P37.value());
            try (ResultSet row = pointer.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    /** The generation the pointer named, or empty when the table was gone. */
    private static Optional<Long> send(Connection connection, LookupStatement lookup) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lookup.jdbcSql())) {
            for (int i = 0; i < lookup.jdbcParameters().size(); i++) {
                switch (lookup.jdbcParameters().get(i)) {
                    case "product" -> statement.setString(i + 1, P37.value());
                    case "subject" -> statement.setString(i + 1, "s42");
                    default -> statement.setBytes(i + 1, new byte[32]);
                }
            }
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                long generation = row.getLong(LookupStatement.GENERATION + 1);
                if (generation == lookup.generation()) {
                    assertThat(row.getBoolean(LookupStatement.FOUND + 1)).isTrue();
                    assertThat(row.getLong(LookupStatement.FIRST_ANSWER + 1)).isEqualTo(generation);
                }
                return Optional.of(generation);
            }
        } catch (SQLException failed) {
            if (ServingStatements.stale(failed.getSQLState())) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
