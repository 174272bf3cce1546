package cn.gongshu.bench.call;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

class HeldAnswerTest {

    @Test
    void an_answer_is_kept_with_both_members_its_receipt_commits_to() {
        var held = CallBench.held(
                "{\"data\":{\"months\":3},\"asOf\":\"2026-11-24\",\"receipt\":{\"index\":7},\"lineage\":{}}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(new String(held.json(), StandardCharsets.UTF_8)).isEqualTo("{\"index\":7}");
        assertThat(new String(Objects.requireNonNull(held.data()), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"months\":3},\"asOf\":\"2026-11-24\"}");
    }
}
