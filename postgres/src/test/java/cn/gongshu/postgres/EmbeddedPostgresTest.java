package cn.gongshu.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedPostgresTest {

    @TempDir
    Path temporary;

    @Test
    void rowsAreThereAfterAStopAndAStart() throws Exception {
        try (EmbeddedPostgres server = start()) {
            execute(server, "CREATE TABLE kept (n int)");
            execute(server, "INSERT INTO kept VALUES (1), (2)");
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(text(server, "SELECT count(*) FROM kept")).isEqualTo("2");
        }
    }

    @Test
    void settingsAreDurableAndChecked() throws Exception {
        EmbeddedPostgres server = TestPostgres.shared().server();
        assertThat(List.of(
                        text(server, "SHOW fsync"),
                        text(server, "SHOW full_page_writes"),
                        text(server, "SHOW synchronous_commit"),
                        text(server, "SHOW data_checksums")))
                .containsOnly("on");
        assertThat(text(server, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(text(server, "SHOW server_version")).startsWith("18.");
        assertThat(text(server, "SELECT lower('ÄÉ') || upper('ß')")).isEqualTo("äéß");
        assertThat(text(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(EmbeddedPostgresConfig.at(temporary.resolve("db")));
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
