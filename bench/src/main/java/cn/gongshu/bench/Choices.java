package cn.gongshu.bench;

import cn.gongshu.city.Options;
import cn.gongshu.city.Sentence;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a bench is run.
 *
 * @param rounds counted rounds of each side
 * @param seconds length of a round
 * @param callers callers at once, the same for both sides
 * @param warmUp how long each side works before its rounds count
 */
public record Choices(int rounds, int seconds, int callers, WarmUp warmUp) {

    private static final int ROUNDS = 5;
    private static final int MOST_ROUNDS = 50;
    private static final int SECONDS = 6;
    private static final int MOST_SECONDS = 60;
    private static final int CALLERS = 32;
    private static final int MOST_CALLERS = 256;

    /**
     * Reads the words after a bench's name.
     *
     * @param countedSeconds most seconds that both sides' rounds may take together
     * @throws Sentence on a word it does not know, a value out of bounds, or rounds that take too long
     */
    static Choices read(List<String> words, int countedSeconds) {
        Options options = Options.read(words, Set.of("--rounds", "--seconds", "--callers"), Set.of());
        int rounds = options.number("--rounds", ROUNDS, 1, MOST_ROUNDS);
        int seconds = options.number("--seconds", SECONDS, 1, MOST_SECONDS);
        int callers = options.number("--callers", CALLERS, 1, MOST_CALLERS);
        if (2 * rounds * seconds > countedSeconds) {
            throw new Sentence(
                    2,
                    "轮数 × 秒数 × 2 不得超过 " + countedSeconds + " 秒。",
                    "Rounds × seconds × 2 must be at most " + countedSeconds + " seconds.");
        }
        return new Choices(rounds, seconds, callers, WarmUp.USUAL);
    }

    /** Length of a round. */
    public Duration round() {
        return Duration.ofSeconds(seconds);
    }
}
