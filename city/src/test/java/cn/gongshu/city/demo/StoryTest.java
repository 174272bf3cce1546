package cn.gongshu.city.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

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
                        java.util.UUID.randomUUID().toString()))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.getFirst().body().path("data"))
                .isEqualTo(answers.getLast().body().path("data"));
        assertThat(city.onRecord()).isEqualTo(before + 2);
        assertThat(city.used("operating-2026")).isEqualTo(used + 2);
    }
}
