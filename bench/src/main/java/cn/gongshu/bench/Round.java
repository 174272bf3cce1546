package cn.gongshu.bench;

import java.util.List;

/**
 * One round of one side.
 *
 * @param answered calls answered, or entries acknowledged
 * @param cpuNanos processor time charged to it, user and system
 * @param wallNanos how long it ran
 * @param latencies how long its calls took
 */
public record Round(long answered, long cpuNanos, long wallNanos, Latencies latencies) {

    /** Processor time of one answer, in nanoseconds. */
    public double cpuPerAnswer() {
        return (double) cpuNanos / answered;
    }

    static long perSecond(List<Round> rounds) {
        long answered = rounds.stream().mapToLong(Round::answered).sum();
        long wall = rounds.stream().mapToLong(Round::wallNanos).sum();
        return Math.round(answered * 1e9 / wall);
    }

    static Latencies latencies(List<Round> rounds) {
        return Latencies.together(rounds.stream().map(Round::latencies).toList());
    }
}
