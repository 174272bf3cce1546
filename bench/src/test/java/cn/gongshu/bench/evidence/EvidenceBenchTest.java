package cn.gongshu.bench.evidence;

import cn.gongshu.bench.Choices;
import cn.gongshu.bench.WarmUp;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceBenchTest {

    @Test
    void a_short_run_ends_with_a_valid_line() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Choices little = new Choices(1, 1, 4, new WarmUp(Duration.ofMillis(200), 0, Duration.ZERO));

        int exit = EvidenceBench.run(little, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("有效 valid")
                .containsPattern("(?m)^evidence ratio=\\d");
        assertThat(exit).isZero();
    }
}
