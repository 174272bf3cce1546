package cn.gongshu.query.serving;

import javax.sql.DataSource;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One random key of 32 bytes per data subject. Evidence names a subject by an HMAC under it, so destroying the key
 * unlinks all entries about the subject from a log that cannot forget.
 */
public final class SubjectKeys {

    private static final int KEY_BYTES = 32;
    private static final int BATCH = 5_000;

    /** Ordered, so that two builds about the same subjects never wait for each other in a circle. */
    private static final String INSERT = """
            INSERT INTO serving.subject_key (subject_lookup, subject_kind, key)
            SELECT lookup, ?, key FROM unnest(?::bytea[], ?::bytea[]) AS made (lookup, key) ORDER BY lookup
            ON CONFLICT (subject_lookup) DO NOTHING
            """;

    private final Database database;
    private final MasterKey master;
    private final SecureRandom random;

    public SubjectKeys(DataSource source, MasterKey master, SecureRandom random) {
        this.database = new Database(source);
        this.master = master;
        this.random = random;
    }

    /** Where the subject's key is kept; a parameter of the lookup statement. */
    public byte[] lookup(String subjectKind, String subjectId) {
        return master.lookup(subjectKind, subjectId);
    }

    /** The subject's key, if it has one. */
    public Optional<byte[]> find(String subjectKind, String subjectId) {
        return database.each("a subject key could not be read", connection -> find(connection, subjectKind, subjectId));
    }

    /** The subject's key, made if it has none. */
    public byte[] obtain(String subjectKind, String subjectId) {
        return database.each("a subject key could not be made", connection -> {
            insert(connection, subjectKind, List.of(subjectId));
            return find(connection, subjectKind, subjectId).orElseThrow();
        });
    }

    /**
     * Destroys the subject's key: from now on nothing in the log can be linked to the subject. A later use makes a new
     * key, unrelated to the old. The old bytes leave the table's file with the next {@link #compact}.
     *
     * @return false when there was none
     */
    public boolean destroy(String subjectKind, String subjectId) {
        return database.each("a subject key could not be destroyed", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM serving.subject_key WHERE subject_lookup = ?")) {
                statement.setBytes(1, lookup(subjectKind, subjectId));
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Rewrites the table without the destroyed keys; readers wait meanwhile, so it is work for the night. */
    public void compact() {
        database.each("the subject keys could not be rewritten", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("VACUUM FULL serving.subject_key");
            }
        });
    }

    /** Makes the missing keys of all subjects of a table; what is made stays if it is interrupted. */
    void createFor(ServingTable table) {
        String subjects = "SELECT subject FROM " + ServingBuild.sqlName(table.product(), table.generation());
        database.transaction("subjects could not be read", reading -> {
            try (Statement statement = reading.createStatement()) {
                statement.setFetchSize(BATCH);
                try (ResultSet rows = statement.executeQuery(subjects)) {
                    return database.each(
                            "subject keys could not be made", writing -> createAll(writing, table.subjectKind(), rows));
                }
            }
        });
    }

    private int createAll(Connection connection, String subjectKind, ResultSet rows) throws SQLException {
        int created = 0;
        List<String> batch = new ArrayList<>(BATCH);
        while (rows.next()) {
            batch.add(rows.getString(1));
            if (batch.size() == BATCH) {
                created += insert(connection, subjectKind, batch);
                batch.clear();
            }
        }
        return created + insert(connection, subjectKind, batch);
    }

    private int insert(Connection connection, String subjectKind, List<String> subjectIds) throws SQLException {
        byte[][] lookups = new byte[subjectIds.size()][];
        byte[][] made = new byte[subjectIds.size()][KEY_BYTES];
        for (int i = 0; i < lookups.length; i++) {
            lookups[i] = lookup(subjectKind, subjectIds.get(i));
            random.nextBytes(made[i]);
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, subjectKind);
            statement.setArray(2, connection.createArrayOf("bytea", lookups));
            statement.setArray(3, connection.createArrayOf("bytea", made));
            return statement.executeUpdate();
        }
    }

    private Optional<byte[]> find(Connection connection, String subjectKind, String subjectId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT key FROM serving.subject_key WHERE subject_lookup = ?")) {
            statement.setBytes(1, lookup(subjectKind, subjectId));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }
}
