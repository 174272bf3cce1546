package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of a JVM, in a temporary folder; each test asks for a database of its own. */
public final class TestPostgres {

    private static final String PREFIX = "gongshu-test-postgres-";

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server of this JVM, started on first use and stopped and deleted when the JVM ends. */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** An empty database that nobody else uses. */
    public TestDatabase freshDatabase() {
        String name = "t" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("no database for a test", failed);
        }
        return new TestDatabase(
                server.host(), server.port(), name, server.jdbcUrl(name), server.user(), server.password());
    }

    public EmbeddedPostgres server() {
        return server;
    }

    /** A database of a test and how to reach it. */
    public record TestDatabase(String host, int port, String database, String jdbcUrl, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }

    private static final class Shared {

        private static final TestPostgres SERVER = start();

        private static TestPostgres start() {
            try {
                Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
                deleteLeftovers(temporary);
                Path folder = temporary.resolve(PREFIX + ProcessHandle.current().pid());
                EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                return new TestPostgres(server);
            } catch (IOException failed) {
                throw new IllegalStateException("no server for the tests", failed);
            }
        }

        /** Folders of test runs that were killed: their servers are stopped as orphans by starting there once more. */
        private static void deleteLeftovers(Path temporary) throws IOException {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
                for (Path folder : folders) {
                    String pid = folder.getFileName().toString().substring(PREFIX.length());
                    if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                        stop(EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder)), folder);
                    }
                }
            }
        }

        private static void stop(EmbeddedPostgres server, Path folder) {
            server.close();
            try {
                Folders.delete(folder);
            } catch (IOException left) {
                System.err.println("left behind: " + left.getMessage());
            }
        }
    }
}
