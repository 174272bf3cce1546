package cn.gongshu.query.serving;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

import javax.sql.DataSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A database with the schema serving, for one test, and small builds to put into it. */
final class ServingDatabase {

    static final ProductCode P37 = new ProductCode("P37");
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    static final Instant NOW = Instant.parse("2026-11-24T01:02:03.123456Z");

    private final TestDatabase database;
    private final DataSource source;
    private final SubjectKeys keys;

    private ServingDatabase(TestDatabase database) {
        this.database = database;
        this.source = source(database.jdbcUrl(), database.user(), database.password());
        this.keys = new SubjectKeys(source, new MasterKey(new byte[32]), new SecureRandom());
    }

    static ServingDatabase fresh() throws SQLException, IOException {
        ServingDatabase made = new ServingDatabase(TestPostgres.shared().freshDatabase());
        try (InputStream in =
                Objects.requireNonNull(ServingDatabase.class.getResourceAsStream("/db/migration/V0400__serving.sql"))) {
            made.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return made;
    }

    static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    TestDatabase database() {
        return database;
    }

    DataSource source() {
        return source;
    }

    SubjectKeys keys() {
        return keys;
    }

    ServingTables tables() {
        return tables(ServingLimits.STANDARD);
    }

    ServingTables tables(ServingLimits limits) {
        return new ServingTables(source, keys, Clock.fixed(NOW, ZoneOffset.UTC), limits);
    }

    static ServingBuild build(long generation, ServingColumn... columns) {
        return new ServingBuild(
                P37, generation, "PERSON", List.of(columns), Map.of(new ItemId("C07-01"), Long.MAX_VALUE), AS_OF);
    }

    /** One column n with the same number in every row. */
    ServingTable publishNumbers(int subjects, int number) {
        ServingTables tables = tables();
        ServingTable built = tables.build(
                        build(tables.nextGeneration(), new ServingColumn("n", ServingType.INT)),
                        numbers(subjects, number))
                .orThrow();
        if (!tables.publish(built)) {
            throw new IllegalStateException("not published");
        }
        return built;
    }

    static Iterator<ServingRow> numbers(int subjects, int number) {
        return IntStream.range(0, subjects)
                .mapToObj(i -> new ServingRow("s" + i, List.of(number)))
                .iterator();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> column(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    List<String> tableNames() throws SQLException {
        return column("SELECT tablename FROM pg_tables WHERE schemaname = 'serving'"
                + " AND tablename NOT IN ('pointer', 'subject_key') ORDER BY 1");
    }
}
