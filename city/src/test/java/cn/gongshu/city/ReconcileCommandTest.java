package cn.gongshu.city;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReconcileCommandTest {

    private static final String AUDITOR = "audit_administrator";

    @TempDir
    static Path folder;

    private static StaffedCity city;

    @BeforeAll
    static void start() {
        city = StaffedCity.start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void nothing_found_is_0_and_a_row_nobody_wrote_is_found() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(url(), AUDITOR, "a-long-password", out)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("0 处不一致 findings" + System.lineSeparator());
        city.db()
                .sql("INSERT INTO data_provider (id, name, name_en) VALUES ('nobodys', '无主', 'nobody''s')")
                .update();
        assertThat(run(url(), AUDITOR, "a-long-password", out)).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("data_provider｜nobodys｜", "1 处不一致");
    }

    @Test
    void who_cannot_ask_gets_2() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cannotAsk(url(), AUDITOR, "another-password", out, "401");
        cannotAsk(url(), "operator", "a-long-password", out, "403");
        cannotAsk("http://127.0.0.1:1", AUDITOR, "a-long-password", out, "没有应答");
        cannotAsk("no address", AUDITOR, "a-long-password", out, "没有应答");
    }

    private static void cannotAsk(String url, String user, String password, ByteArrayOutputStream out, String words) {
        assertThatThrownBy(() -> run(url, user, password, out)).isInstanceOfSatisfying(Sentence.class, sentence -> {
            assertThat(sentence.exitCode()).isEqualTo(2);
            assertThat(sentence.getMessage()).contains(words);
        });
    }

    private static int run(String url, String user, String password, ByteArrayOutputStream out) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        List<String> words = List.of("--reconcile", "--url", url, "--user", user, "--password-file", file.toString());
        return ReconcileCommand.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private static String url() {
        return "http://127.0.0.1:" + city.running().server().port();
    }
}
