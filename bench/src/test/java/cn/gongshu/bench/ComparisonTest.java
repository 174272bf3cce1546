package cn.gongshu.bench;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ComparisonTest {

    @Test
    void a_ratio_is_processor_time_per_answer_of_one_pair_of_rounds() {
        Comparison comparison = new Comparison(
                "call",
                List.of(round(10, 300), round(10, 100), round(10, 200)),
                List.of(round(20, 200), round(10, 100), round(40, 400)));

        assertThat(comparison.ratios()).containsExactly(1.0, 2.0, 3.0);
        assertThat(comparison.lastLine()).isEqualTo("call ratio=2.000 min=1.000 max=3.000 rounds=3");
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(Comparison.median(List.of(1.0, 2.0, 4.0, 9.0))).isEqualTo(3.0);
        assertThat(Comparison.median(List.of(7.0))).isEqualTo(7.0);
    }

    @Test
    void a_round_without_its_pair_is_refused() {
        assertThatThrownBy(() -> new Comparison("call", List.of(round(1, 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Comparison("call", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void both_sides_are_warmed_until_they_answered_often_enough_before_the_first_round_and_then_take_turns() {
        List<String> order = new ArrayList<>();
        Comparison comparison = Comparison.alternating(
                "call",
                new Choices(2, 3, 1, new WarmUp(Duration.ofSeconds(16), 2, Duration.ofSeconds(60))),
                duration -> noted(order, "ours", duration),
                duration -> noted(order, "baseline", duration));

        assertThat(order)
                .containsExactly(
                        "ours 16",
                        "ours 4",
                        "baseline 16",
                        "baseline 4",
                        "ours 3",
                        "baseline 3",
                        "ours 3",
                        "baseline 3");
        assertThat(comparison.ours()).hasSize(2);
    }

    @Test
    void a_warm_up_ends_when_it_has_lasted_long_enough() {
        List<String> order = new ArrayList<>();

        new WarmUp(Duration.ofSeconds(16), 1_000, Duration.ofSeconds(22))
                .of(duration -> noted(order, "ours", duration));

        assertThat(order).containsExactly("ours 16", "ours 4", "ours 4");
    }

    @Test
    void a_quantile_is_the_duration_that_this_share_did_not_exceed() {
        Latencies odd = new Latencies();
        Latencies even = new Latencies();
        for (int i = 1; i <= 100; i++) {
            (i % 2 == 0 ? even : odd).add(i);
        }
        Latencies all = Latencies.together(List.of(odd, even));

        assertThat(all.quantile(0.5)).isEqualTo(50);
        assertThat(all.quantile(0.99)).isEqualTo(99);
        assertThat(all.quantile(1)).isEqualTo(100);
        assertThat(new Latencies().quantile(0.5)).isZero();
    }

    private static Round noted(List<String> order, String whose, Duration duration) {
        order.add(whose + " " + duration.toSeconds());
        return round(1, 1);
    }

    static Round round(long answered, long cpu) {
        return new Round(answered, new Cpu(cpu - 1, 1), 1, new Latencies());
    }
}
