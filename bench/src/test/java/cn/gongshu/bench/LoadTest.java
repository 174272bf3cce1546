package cn.gongshu.bench;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadTest {

    @Test
    void what_was_answered_is_counted_and_some_of_it_kept() {
        AtomicLong calls = new AtomicLong();
        Load.Client<Long> client = calls::incrementAndGet;

        Load.Done<Long> done =
                new Load<>(List.of(client, client), Thread.ofVirtual().factory(), 4).run(Duration.ofMillis(50));

        assertThat(done.answered()).isEqualTo(calls.get());
        assertThat(done.sample())
                .hasSizeLessThanOrEqualTo(4)
                .doesNotHaveDuplicates()
                .allMatch(n -> n <= calls.get());
    }

    @Test
    void what_is_no_answer_does_not_count() {
        Load.Client<Long> client = () -> null;

        Load.Done<Long> done = new Load<>(List.of(client), Thread.ofVirtual().factory(), 4).run(Duration.ofMillis(5));

        assertThat(done.answered()).isZero();
        assertThat(done.sample()).isEmpty();
    }

    @Test
    void a_caller_that_fails_ends_the_run() {
        Load.Client<Long> client = () -> {
            throw new IOException("refused");
        };

        assertThatThrownBy(() -> new Load<>(List.of(client), Thread.ofVirtual().factory(), 0).run(Duration.ofMillis(5)))
                .hasMessageContaining("refused");
    }
}
