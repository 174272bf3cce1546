package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Data folders for tests: a stopped database with one row, made once and copied, which also proves that copies start. */
final class DataFolders {

    private static final Path STOPPED = make();

    private DataFolders() {}

    private static Path make() {
        try {
            Path folder = TestPostgres.folder("stopped");
            try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder))) {
                execute(server, "CREATE TABLE kept (n int)");
                execute(server, "INSERT INTO kept VALUES (1)");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TestPostgres.delete(folder)));
            return folder;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A folder at {@code target} whose table kept holds the number 1. */
    static Path copyTo(Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(STOPPED)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(
                        path,
                        target.resolve(STOPPED.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return target;
    }

    static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
