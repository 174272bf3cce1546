package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.duckdb.DuckDBConnection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * One in-memory DuckDB whose settings are fixed before anything else runs in it: files of one folder, no extension, no
 * network, bounded memory, threads and temporary disk. Its settings guard files, not rows, and what it may read it may
 * also write: what keeps rows safe is that only SQL regenerated from a checked tree comes here.
 */
final class LockedDuckDb implements AutoCloseable {

    private final DuckDBConnection first;

    private LockedDuckDb(DuckDBConnection first) {
        this.first = first;
    }

    static LockedDuckDb open(DuckDbSettings settings) {
        try {
            Files.createDirectories(settings.temporary());
            Properties properties = new Properties();
            properties.setProperty("jdbc_stream_results", "true");
            DuckDBConnection first = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
            try (Statement statement = first.createStatement()) {
                for (String setting : lockDown(settings)) {
                    statement.execute(setting);
                }
            }
            return new LockedDuckDb(first);
        } catch (SQLException | IOException e) {
            throw new Fault(ErrorCode.INTERNAL, "DuckDB cannot be opened with these settings", e);
        }
    }

    /** The order matters: what names files comes before access to files is closed, the lock comes last. */
    private static List<String> lockDown(DuckDbSettings settings) {
        return List.of(
                "SET memory_limit = '" + settings.memoryMegabytes() + "MB'",
                "SET threads = " + settings.threads(),
                "SET temp_directory = " + DuckTypes.text(settings.temporary().toString()),
                "SET max_temp_directory_size = '" + settings.temporaryMegabytes() + "MB'",
                "SET max_expression_depth = 200",
                "SET preserve_insertion_order = false",
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET allow_community_extensions = false",
                "SET allow_persistent_secrets = false",
                "SET allowed_directories = [" + DuckTypes.text(folder(settings.warehouse())) + "]",
                "SET enable_external_access = false",
                "SET lock_configuration = true");
    }

    private static String folder(Path path) {
        String text = path.toString();
        return text.endsWith("/") ? text : text + "/";
    }

    /** A connection of its own, with its own temporary tables and views. */
    DuckDBConnection connection() throws SQLException {
        return first.duplicate();
    }

    @Override
    public void close() {
        try {
            first.close();
        } catch (SQLException e) {
            throw new Fault(ErrorCode.INTERNAL, "DuckDB did not close", e);
        }
    }
}
