package cn.gongshu.city;

import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.platform.access.Accounts;
import cn.gongshu.platform.access.Accounts.NewOrganisation;
import cn.gongshu.platform.act.Actor;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes wrong at a start is one sentence in two languages, and nothing is left behind. */
@Timeout(240)
class StartTest {

    @TempDir
    Path folder;

    @Test
    void a_database_that_cannot_be_used_is_named_in_one_sentence() throws IOException {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        String url = database.jdbcUrl();
        String other = url.replaceAll("/[^/?]+(\\?.*)?$", "/no_such_database");
        refused("连不上数据库", serve("jdbc:postgresql://127.0.0.1:1/x", database.user(), database.password()));
        refused("没有这个数据库", serve(other, database.user(), database.password()));
        refused("--database-user", serve(url, "nobody_here", "wrong"));
        for (String address : List.of("postgresql://h/d", "jdbc:mysql://h/d", "jdbc:postgresql://h", "x y")) {
            refused("--database-url 须形如", serve(address, database.user(), database.password()));
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_port_in_use_is_found_before_anything_is_started() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int port : new int[] {taken.getLocalPort(), taken.getLocalPort() - 1}) {
                List<String> words = List.of(
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--database-url",
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "--database-user",
                        "u",
                        "--database-password-file",
                        password("p").toString());
                refused("端口 " + taken.getLocalPort() + " 已被占用", words);
            }
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_file_where_a_folder_should_be_is_called_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.hold(file))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining("是文件，不是文件夹");
    }

    @Test
    void a_database_takes_no_other_log_than_its_own() throws IOException {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        Path own = folder.resolve("own");
        try (CityServer city = start(database, own)) {
            enterSomething(city);
        }
        Path another = folder.resolve("another");
        assertThatThrownBy(() -> start(database, another))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining("不是这个数据库的")
                .hasMessageContaining("--data")
                .satisfies(StartTest::bothLanguages);
        assertThat(another.resolve("keys").resolve("log.key")).doesNotExist();
        start(database, own).close();
        delete(own.resolve("log"));
        assertThatThrownBy(() -> start(database, own))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining("存证流水已损坏或被截短")
                .hasMessageContaining("./gongshu restore")
                .satisfies(StartTest::bothLanguages);
        delete(own.resolve("keys"));
        assertThatThrownBy(() -> start(database, own)).hasMessageContaining("不是这个数据库的");
    }

    @Test
    void a_set_up_code_is_shown_once_and_stays_good_until_another_is_asked_for() {
        try (RunningCity city = RunningCity.start()) {
            Accounts accounts = city.server().bean(Accounts.class);
            String first = code(accounts, false);
            assertThat(first).isNotEmpty();
            String again = shown(accounts, false);
            assertThat(again).contains("--new-setup-code", "此前已显示").doesNotContain(first);
            assertThat(code(accounts, true)).isNotEmpty().isNotEqualTo(first);
        }
    }

    private static String code(Accounts accounts, boolean another) {
        return shown(accounts, another)
                .lines()
                .filter(line -> line.contains("code: "))
                .map(line -> line.substring(line.indexOf("code: ") + 6))
                .findFirst()
                .orElse("");
    }

    private static String shown(Accounts accounts, boolean another) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ServeCommand.setUp(accounts, 8080, another, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static CityServer start(TestDatabase database, Path data) {
        return CityServer.start(new ServerSettings(
                Mode.OFFICE, 0, data, new DatabaseAddress(database.jdbcUrl(), database.user(), database.password())));
    }

    /** An act, sealed in the log and projected from it. */
    private static void enterSomething(CityServer city) {
        city.bean(Accounts.class)
                .addOrganisation(
                        new NewOrganisation("bureau", "市数管局", "the bureau", null), new Somebody("s", new PartyId("s")))
                .orThrow();
        JdbcClient db = city.bean(JdbcClient.class);
        while (db.sql("SELECT coalesce(max(next_index), 0) FROM projection_cursor")
                        .query(Long.class)
                        .single()
                == 0) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(city.bean(EvidenceLog.class).size()).isPositive();
    }

    private record Somebody(String id, PartyId organisation) implements Actor {}

    private List<String> serve(String url, String user, String password) throws IOException {
        return List.of(
                "--port",
                Integer.toString(freePort()),
                "--data",
                folder.resolve("data").toString(),
                "--database-url",
                url,
                "--database-user",
                user,
                "--database-password-file",
                password(password).toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path password(String password) throws IOException {
        return Files.writeString(folder.resolve("password"), password);
    }

    private static void refused(String zh, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ServeCommand.run(words, new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining(zh)
                .satisfies(StartTest::bothLanguages);
    }

    private static void bothLanguages(Throwable sentence) {
        assertThat(((Sentence) sentence).exitCode()).isEqualTo(2);
        assertThat(sentence.getMessage())
                .matches("(?s).*\\p{IsHan}.*  [A-Za-z-].*")
                .doesNotContain("\n", "Exception");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
