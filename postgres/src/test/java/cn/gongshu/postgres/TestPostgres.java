package cn.gongshu.postgres;

import cn.gongshu.kernel.Fault;

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

    private static final String PREFIX = "gongshu-test-";

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
            Path folder = folder("postgres");
            EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, folder)));
            return new TestPostgres(server);
        }

        /** Its data are thrown away, so the server ends without writing a checkpoint. */
        private static void discard(EmbeddedPostgres server, Path folder) {
            ProcessHandle.of(server.pid()).ifPresent(process -> ServerProcesses.signal(process, "QUIT"));
            server.exited().join();
            server.close();
            delete(folder);
        }
    }

    /** A temporary folder of this JVM; those of JVMs that were killed are deleted, after stopping their servers. */
    static Path folder(String name) {
        Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*-*")) {
            folders.forEach(TestPostgres::deleteIfLeft);
        } catch (IOException unreadable) {
            throw new IllegalStateException("no temporary folder", unreadable);
        }
        return temporary.resolve(PREFIX + name + "-" + ProcessHandle.current().pid());
    }

    private static void deleteIfLeft(Path folder) {
        String name = folder.getFileName().toString();
        if (ProcessHandle.of(Long.parseLong(name.substring(name.lastIndexOf('-') + 1)))
                .isPresent()) {
            return;
        }
        try (DataFolder held = DataFolder.hold(folder)) {
            new ServerProcesses(held.cluster()).stopOrphans();
            delete(folder);
        } catch (IOException | Fault busy) {
            System.err.println("left behind: " + busy.getMessage());
        }
    }

    static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException left) {
            System.err.println("left behind: " + left.getMessage());
        }
    }
}
