package cn.gongshu.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    @TempDir
    Path temporary;

    @Test
    void rowsAreThereAfterAStopAndAStart() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        try (EmbeddedPostgres server = start(folder)) {
            DataFolders.execute(server, "INSERT INTO kept VALUES (2)");
        }
        try (EmbeddedPostgres server = start(folder)) {
            assertThat(DataFolders.text(server, "SELECT sum(n) FROM kept")).isEqualTo("3");
        }
    }

    @Test
    void settingsAreDurableAndTextIsUnicode() throws Exception {
        EmbeddedPostgres server = TestPostgres.shared().server();
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
            assertThat(DataFolders.text(server, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(DataFolders.text(server, "SHOW server_version")).startsWith("18.");
        assertThat(DataFolders.text(server, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(DataFolders.text(server, "SELECT lower('ÄÉ') || length('六安市')"))
                .isEqualTo("äé3");
    }

    @Test
    void theApplicationIsNoSuperuserAndCannotReachTheMachine() throws Exception {
        EmbeddedPostgres server = TestPostgres.shared().server();
        assertThat(DataFolders.text(server, "SHOW is_superuser")).isEqualTo("off");
        for (String attack : List.of(
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "SELECT pg_read_file('postgresql.conf')",
                "ALTER SYSTEM SET fsync = off")) {
            assertThatThrownBy(() -> DataFolders.execute(server, attack))
                    .as(attack)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aWrongPasswordAndTheBuiltInSuperuserAreRefused() {
        EmbeddedPostgres server = TestPostgres.shared().server();
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "keeper", server.password()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
    }

    @Test
    void onlyTheLoopbackAddressReachesIt() throws Exception {
        EmbeddedPostgres server = TestPostgres.shared().server();
        assertThat(DataFolders.text(server, "SHOW unix_socket_directories")).isEmpty();
        assertThat(listeners("/proc/net/tcp", server.port())).containsExactly("0100007F");
        assertThat(listeners("/proc/net/tcp6", server.port())).isEmpty();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(reachable(other, server.port())).as("%s", other).isFalse();
        }
    }

    private static List<String> listeners(String table, int port) throws IOException {
        String suffix = ":%04X".formatted(port);
        return Files.readAllLines(Path.of(table)).stream()
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .filter(words -> words.get(1).endsWith(suffix) && words.get(3).equals("0A"))
                .map(words -> words.get(1).substring(0, words.get(1).indexOf(':')))
                .toList();
    }

    private static boolean reachable(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void passwordsAreRandomAndReadByTheirOwnerOnly() throws Exception {
        EmbeddedPostgres server = TestPostgres.shared().server();
        assertThat(server.password()).hasSize(32);
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        assertThat(Files.readString(folder.resolve("password"))).isNotEqualTo(server.password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cluster"))))
                .isEqualTo("rwx------");
    }

    @Test
    void everyTestGetsADatabaseOfItsOwn() throws Exception {
        TestPostgres.TestDatabase one = TestPostgres.shared().freshDatabase();
        TestPostgres.TestDatabase two = TestPostgres.shared().freshDatabase();
        try (var connection = one.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine (n int)");
        }
        try (var connection = two.connect();
                var rows = connection.getMetaData().getTables(null, "public", "mine", null)) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aFolderMovedFromAClosedPlaceToAnOpenOneStillStarts() throws Exception {
        Path closed = DataFolders.copyTo(temporary.resolve("db"));
        start(closed).close();
        Path open = Path.of(
                System.getProperty("java.io.tmpdir"),
                "gongshu-moved-" + ProcessHandle.current().pid());
        Files.move(closed, open);
        try (EmbeddedPostgres server = start(open)) {
            assertThat(DataFolders.text(server, "SELECT n FROM kept")).isEqualTo("1");
        } finally {
            Folders.delete(open);
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder));
    }
}
