package cn.gongshu.query.duckdb;

import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LockedDuckDbTest {

    @TempDir
    Path folder;

    private LockedDuckDb database;

    @BeforeEach
    void open() throws IOException {
        Path warehouse = Files.createDirectory(folder.resolve("warehouse"));
        Files.writeString(folder.resolve("outside.csv"), "a\n1\n");
        database = LockedDuckDb.open(DuckDbSettings.modest(warehouse, folder.resolve("temporary")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('%s/outside.csv')",
                "SELECT * FROM '%s/outside.csv'",
                "SELECT * FROM read_text('%s/warehouse/../outside.csv')",
                "SELECT * FROM glob('%s/*')",
                "COPY (SELECT 1) TO '%s/out.csv'",
                "ATTACH '%s/other.db' AS other",
                "EXPORT DATABASE '%s/export'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SELECT * FROM read_parquet('https://example.org/a.parquet')",
                "SET threads = 8",
                "SET memory_limit = '100GB'",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "RESET lock_configuration",
                "PRAGMA memory_limit='100GB'"
            })
    void what_lies_outside_the_warehouse_and_every_setting_is_closed(String sql) {
        assertThatThrownBy(() -> execute(sql.formatted(folder))).isInstanceOf(SQLException.class);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("other.db")).doesNotExist();
    }

    @Test
    void the_limits_asked_for_are_in_force() throws SQLException {
        try (DuckDBConnection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('threads') AS t,"
                        + " current_setting('memory_limit') AS m, current_setting('max_temp_directory_size') AS d")) {
            row.next();
            assertThat(row.getLong("t")).isEqualTo(2);
            assertThat(row.getString("m")).isEqualTo("488.2 MiB");
            assertThat(row.getString("d")).isEqualTo("3.8 GiB");
        }
    }

    @Test
    void a_warehouse_whose_path_is_a_pattern_is_refused() {
        assertThatThrownBy(() -> DuckDbSettings.modest(folder.resolve("a*b"), folder))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void execute(String sql) throws SQLException {
        try (DuckDBConnection connection = database.connection();
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }
}
