package cn.gongshu.city;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class GongshuTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_launcher_and_the_program_give_the_same_help_and_the_launcher_builds_nothing_for_it() throws Exception {
        for (List<String> words : List.of(
                List.of("help"),
                List.of("--help"),
                List.of("demo", "--help"),
                List.of("serve", "--port", "1", "--help"))) {
            out.reset();
            assertThat(exit(words)).as("%s", words).isZero();
            String usage = out.toString(StandardCharsets.UTF_8);
            assertThat(usage).contains("serve --database-url", "--new-setup-code");
            assertThat(launched(words)).as("%s", words).isEqualTo(usage);
        }
    }

    @Test
    void what_nobody_foresaw_keeps_its_trace_and_ends_in_a_sentence() {
        int exit = exit(List.of(
                "serve", "--database-url", "x", "--database-user", "u", "--database-password-file", "no\0name"));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("InvalidPathException", "\tat ");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .contains("出现意外故障", "Something unexpected broke");
    }

    private int exit(List<String> words) {
        return Gongshu.exit(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String launched(List<String> words) throws IOException, InterruptedException {
        Path launcher = Path.of("..", "gongshu").toRealPath();
        Path said = Files.createTempFile("gongshu-help", "");
        List<String> command = new java.util.ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(said);
    }
}
