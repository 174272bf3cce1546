package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.SampleEntries;
import cn.gongshu.evidence.TestLogs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyCommandTest {

    @TempDir
    Path directory;

    private String log = "";
    private String key = "";
    private String receipt = "";
    private String checkpoint = "";
    private String data = "";
    private String said = "";

    @BeforeEach
    void fill() throws IOException {
        log = directory.resolve("log").toString();
        key = write("key", TestLogs.SIGNER.verifierKey().line() + "\n");
        data = write("data", "{\"asOf\":\"2026-10-31\",\"data\":{\"months\":2}}");
        SampleEntries samples = TestLogs.samples(8);
        try (EvidenceLog open = EvidenceLog.open(Path.of(log), TestLogs.config())) {
            receipt = write(
                    "receipt",
                    TestLogs.append(open, samples.use("U", Map.of("months", 2)))
                            .receipt()
                            .json());
            TestLogs.append(open, samples.draft());
            checkpoint = write("checkpoint", open.checkpoint().note());
        }
    }

    @Test
    void what_holds_is_said_in_both_languages_with_exit_0() {
        assertThat(run("--log", log, "--receipt", receipt, "--checkpoint", checkpoint, "--data", data, "--key", key))
                .isZero();
        assertThat(said).contains("成立").contains("holds").contains("receipt U holds: entry 0");
        assertThat(run("--receipt", receipt, "--key", key)).isZero();
        assertThat(run("--log", log, "--key", key)).isZero();
    }

    @Test
    void what_does_not_hold_exits_1_with_its_reason() throws IOException {
        String json = Files.readString(Path.of(receipt));
        String bad = write("bad", json.replace("\\\"v\\\":1", "\\\"v\\\":3"));
        assertThat(run("--log", log, "--receipt", bad, "--key", key)).isEqualTo(1);
        assertThat(said).contains("包含证明不成立").contains("the inclusion proof fails");
        String otherLog = write("othercp", Files.readString(Path.of(checkpoint)).replace("\n\u2014", "\n\n\u2014"));
        assertThat(run("--log", log, "--checkpoint", otherLog, "--key", key)).isEqualTo(1);
        assertThat(run("--receipt", receipt, "--data", write("other", "{}"), "--key", key))
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_and_wrong_use_exit_2() throws IOException {
        String nowhere = directory.resolve("nowhere").toString();
        for (List<String> args : List.of(
                List.of("--log", nowhere, "--key", key),
                List.of("--log", log, "--key", nowhere),
                List.of("--log", log, "--key", write("nokey", "rubbish")),
                List.of("--log", log, "--receipt", nowhere, "--key", key),
                List.of("--log", "http://not a url", "--key", key),
                List.of("--log", "http://127.0.0.1:1/log/city", "--key", key),
                List.of("--log", log, "--checkpoint", receipt, "--key", key),
                List.of("--receipt", write("none", "no receipt"), "--key", key),
                List.of(
                        "--receipt",
                        write("cut", Files.readString(Path.of(receipt)).substring(0, 200)),
                        "--key",
                        key),
                List.of("--receipt", receipt, "--data", write("nojson", "{"), "--key", key),
                List.of("--log", log),
                List.of("--key", key),
                List.of("--log", log, "--data", data, "--key", key),
                List.of("--log", log, "--key", key, "--key", key),
                List.of("--log", log, "--key"),
                List.of("--logs", log, "--key", key),
                List.<String>of())) {
            assertThat(run(args.toArray(String[]::new))).as("%s", args).isEqualTo(2);
            assertThat(said.lines()).hasSize(2);
            assertThat(said).doesNotContain("Exception").doesNotContain("does not hold");
        }
    }

    /** Such as the page at the platform's own address, where {@code /log/city} was left out. */
    @Test
    void an_address_that_answers_with_something_else_is_no_log() throws IOException {
        Path page = Files.createDirectory(directory.resolve("page"));
        Files.writeString(page.resolve("checkpoint"), "<!doctype html>\n<html></html>\n");
        assertThat(run("--log", page.toString(), "--key", key)).isEqualTo(2);
        assertThat(said).contains("没有日志的检查点", "/log/city");
    }

    private int run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = VerifyCommand.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
