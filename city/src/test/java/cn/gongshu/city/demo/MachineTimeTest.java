package cn.gongshu.city.demo;

import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Machine time going back (I11), seen at both doors. */
@Timeout(180)
class MachineTimeTest {

    private static final PlayedCity city = PlayedCity.shared();

    @Test
    @Clause("I11")
    void a_clock_more_than_two_seconds_back_is_refused_at_each_door_until_it_has_caught_up() {
        assertThat(DeliveryChapter.p37(city.world(), "steady").ok()).isTrue();
        long before = city.used("operating-2026");
        city.whileClockIsOff(Duration.ofMinutes(-5), () -> {
            for (Caller door : city.doors()) {
                Answer refused = call(door);
                assertThat(refused.inWords()).isEqualTo("503 CLOCK_WENT_BACK I11");
                assertThat(refused.body().path("detail").asString()).contains("机器时间倒退");
                assertThat(refused.body().path("traceId").asString()).isNotEmpty();
                assertThat(refused.body().has("data")).isFalse();
            }
        });
        assertThat(city.used("operating-2026")).as("nothing half done").isEqualTo(before);
        assertThat(city.doors()).allSatisfy(door -> assertThat(call(door).ok()).isTrue());
    }

    @Test
    @Clause("I11")
    void a_clock_one_second_back_is_taken_as_the_latest_time_seen() {
        assertThat(DeliveryChapter.p37(city.world(), "steady").ok()).isTrue();
        city.whileClockIsOff(
                Duration.ofSeconds(-1),
                () -> assertThat(DeliveryChapter.p37(city.world(), "steady").ok())
                        .isTrue());
    }

    private static Answer call(Caller door) {
        return Calls.at(
                door,
                city.world(),
                DeliveryChapter.AGENCY,
                "P37",
                Calls.body(city.world(), "employment-support", "steady", Calls.window()),
                UUID.randomUUID().toString());
    }
}
