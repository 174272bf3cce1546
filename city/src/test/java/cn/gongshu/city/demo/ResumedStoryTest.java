package cn.gongshu.city.demo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A demo that is killed again and again, each time right after a further call was carried out, still ends its story. */
@Timeout(600)
class ResumedStoryTest {

    /** Accounts are all made alike; being killed after each of them would only take long. */
    private static final int ALIKE = 12;

    @Test
    void a_story_killed_after_any_call_is_resumed_and_told_to_its_end() {
        try (PlayedCity.Unplayed city = PlayedCity.unplayed()) {
            List<String> failed = new ArrayList<>();
            int kills = 0;
            for (Step step :
                    Story.steps().stream().filter(step -> !step.check()).toList()) {
                int calls = 0;
                for (boolean killed = true; killed; ) {
                    calls += step.id().equals("accounts") ? ALIKE : 1;
                    MortalCaller caller = new MortalCaller(city.baseUrl(), calls);
                    World world = new World(city.folder(), caller, new SecureRandom(), PlayedCity.PEOPLE);
                    killed = killed(step, world, failed);
                    kills += killed ? 1 : 0;
                }
            }
            assertThat(failed).isEmpty();
            assertThat(kills).isGreaterThan(50);
        }
    }

    /** True when the process died in the step; what it knew is what it had written. */
    private static boolean killed(Step step, World world, List<String> failed) {
        try {
            Step.Got got = step.play().apply(world);
            if (got.held()) {
                world.played(step.id());
            } else {
                failed.add(step.id() + ": expected " + step.expected() + ", got " + got.words());
            }
            return false;
        } catch (Killed inTheStep) {
            return true;
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The process is gone when the nth posted call has been carried out: nobody reads its answer. */
    private static final class MortalCaller extends Caller {
        private int left;

        MortalCaller(String baseUrl, int calls) {
            super(baseUrl);
            left = calls;
        }

        @Override
        Answer post(String path, @Nullable String token, Object body, Map<String, String> headers) {
            Answer answer = super.post(path, token, body, headers);
            if (!path.equals("/api/v1/session") && --left == 0) {
                throw new Killed();
            }
            return answer;
        }
    }
}
