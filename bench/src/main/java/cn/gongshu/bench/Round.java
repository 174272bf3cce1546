package cn.gongshu.bench;

import java.util.List;

/**
 * One round of one side.
 *
 * @param answered calls answered, or entries acknowledged
 * @param cpu processor time charged to it
 * @param wallNanos how long it ran
 * @param latencies how long its calls took
 */
public record Round(long answered, Cpu cpu, long wallNanos, Latencies latencies) {

    /** Processor time of one answer, in nanoseconds. */
    public double cpuPerAnswer() {
        return (double) cpu.total() / answered;
    }

    static long answered(List<Round> rounds) {
        return rounds.stream().mapToLong(Round::answered).sum();
    }

    static Cpu cpu(List<Round> rounds) {
        return rounds.stream().map(Round::cpu).reduce(new Cpu(0, 0), Cpu::plus);
    }

    static long perSecond(List<Round> rounds) {
        long wall = rounds.stream().mapToLong(Round::wallNanos).sum();
        return Math.round(answered(rounds) * 1e9 / wall);
    }

    static Latencies latencies(List<Round> rounds) {
        return Latencies.together(rounds.stream().map(Round::latencies).toList());
    }
}
