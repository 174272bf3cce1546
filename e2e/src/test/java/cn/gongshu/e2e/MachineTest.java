package cn.gongshu.e2e;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A machine without browser or font is told so in one sentence that names {@code .ci/run}. */
class MachineTest {

    @TempDir
    private Path empty;

    @Test
    void without_chromium_one_sentence_names_the_command_that_installs_it() {
        assertThat(Machine.missing(empty.resolve("chromium"), Machine.CHINESE_FONTS))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("Chromium", ".ci/run", "apt-get install chromium")
                        .doesNotContain("\n"));
    }

    @Test
    void without_a_chinese_font_one_sentence_names_the_command_that_installs_it() {
        assertThat(List.of(List.of("true"), List.of("no-such-command")))
                .allSatisfy(fontList -> assertThat(Machine.missing(Path.of("/bin/sh"), fontList))
                        .hasValueSatisfying(sentence -> assertThat(sentence)
                                .contains("Chinese", ".ci/run", "fonts-noto-cjk")
                                .doesNotContain("\n")));
    }

    @Test
    void this_machine_lacks_neither() {
        assertThat(Machine.missing(Machine.CHROMIUM, Machine.CHINESE_FONTS)).isEmpty();
    }
}
