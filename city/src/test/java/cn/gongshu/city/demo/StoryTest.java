package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(180)
class StoryTest {

    private static final PlayedCity city = PlayedCity.shared();

    @Test
    void every_act_of_the_story_holds() {
        assertThat(city.failed()).isEmpty();
        assertThat(Story.steps().stream().filter(step -> !step.check()))
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        step -> assertThat(city.world().hasPlayed(step.id())).isTrue());
    }

    @Test
    @Clause("R06A")
    void every_door_is_tried_and_one_that_nobody_prepared_a_call_for_ends_the_story() {
        assertThat(Doors.tryAll(city.world()))
                .as("three live products at two ports")
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer.ok()).isTrue());
        assertThatThrownBy(() -> Doors.tryAll(city.world(), Map.of()))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining("A door was not tried: /open/v1/products/");
    }

    @Test
    void both_doors_give_the_same_answer_and_each_use_is_recorded_once() {
        var body = Calls.body(city.world(), "employment-support", "interrupted", Calls.window());
        long before = city.onRecord();
        long used = city.used("operating-2026");
        var answers = city.doors().stream()
                .map(door -> Calls.at(
                        door,
                        city.world(),
                        DeliveryChapter.AGENCY,
                        "P37",
                        body,
                        UUID.randomUUID().toString()))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.getFirst().body().path("data"))
                .isEqualTo(answers.getLast().body().path("data"));
        assertThat(city.onRecord()).isEqualTo(before + 2);
        assertThat(city.used("operating-2026")).isEqualTo(used + 2);
    }
}
