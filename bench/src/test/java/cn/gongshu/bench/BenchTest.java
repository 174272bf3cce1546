package cn.gongshu.bench;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BenchTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void no_name_is_one_sentence() {
        refused("Name a bench");
    }

    @Test
    void an_unknown_name_is_one_sentence() {
        refused("There is no bench speed", "speed");
    }

    @Test
    void an_unknown_option_is_one_sentence() {
        refused("Unknown option --times", "call", "--times", "3");
    }

    @Test
    void a_value_out_of_bounds_is_one_sentence() {
        refused("must be a whole number from 1 to 256", "evidence", "--callers", "257");
        refused("must be a whole number from 1 to 50", "call", "--rounds", "0");
        refused("must be a whole number from 1 to 60", "call", "--seconds", "six");
        refused("Option --rounds needs a value", "call", "--rounds");
    }

    @Test
    void rounds_that_take_too_long_together_are_one_sentence() {
        refused("must be at most 120 seconds", "call", "--rounds", "11", "--seconds", "6");
        refused("must be at most 80 seconds", "evidence", "--rounds", "7", "--seconds", "6");
    }

    @Test
    void call_outside_the_launcher_is_one_sentence() {
        refused("Run it as ./gongshu bench call", "call");
    }

    private void refused(String sentence, String... args) {
        said.reset();
        int exit = Bench.run(List.of(args), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(sentence).hasLineCount(1);
    }
}
