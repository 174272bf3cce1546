package cn.gongshu.city.demo;

import cn.gongshu.city.DataFolder;
import cn.gongshu.city.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoOptionsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void a_wrong_option_or_a_port_in_use_leaves_no_folder_behind() throws IOException {
        String data = folder.resolve("data").toString();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            for (List<String> words : List.of(
                    List.of("--data", data, "--scale", "-5"),
                    List.of("--data", data, "--date", "tomorrow"),
                    List.of("--data", data, "--port", port),
                    List.of("--check", "--data", data, "--port", port),
                    List.of("--check", "--data", data, "--scale", "-5"))) {
                assertThatThrownBy(() -> DemoCommand.run(words, out))
                        .as("%s", words)
                        .isInstanceOf(Sentence.class);
            }
        }
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(said.size()).isZero();
    }

    @Test
    void a_folder_keeps_the_scale_it_was_made_with_and_says_so_when_another_is_asked_for() {
        try (DataFolder data = DataFolder.hold(folder.resolve("data"))) {
            assertThat(Scale.kept(data, 2_000, Optional.of("2000"), out)).isEqualTo(2_000);
            assertThat(Scale.kept(data, 20_000, Optional.empty(), out)).isEqualTo(2_000);
            assertThat(said.size()).isZero();
            assertThat(Scale.kept(data, 3_000, Optional.of("3000"), out)).isEqualTo(2_000);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("--scale 2000");
        }
    }
}
