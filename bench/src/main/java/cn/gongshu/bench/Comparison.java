package cn.gongshu.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rounds of ours and of the baseline, pair by pair.
 *
 * @param name the bench
 * @param ours our rounds
 * @param baseline the baseline's, each run right after the one of ours at the same place
 */
public record Comparison(String name, List<Round> ours, List<Round> baseline) {

    public Comparison {
        ours = List.copyOf(ours);
        baseline = List.copyOf(baseline);
        if (ours.isEmpty() || ours.size() != baseline.size()) {
            throw new IllegalArgumentException("rounds come in pairs");
        }
    }

    /** Warms both sides, then lets them work in turn. */
    public static Comparison alternating(String name, Choices choices, Side ours, Side baseline) {
        choices.warmUp().of(ours);
        choices.warmUp().of(baseline);
        List<Round> mine = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int i = 0; i < choices.rounds(); i++) {
            mine.add(ours.run(choices.round()));
            theirs.add(baseline.run(choices.round()));
        }
        return new Comparison(name, mine, theirs);
    }

    /** Processor time of one answer of ours over one of the baseline, round by round, smallest first. */
    List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).cpuPerAnswer() / baseline.get(i).cpuPerAnswer());
        }
        return ratios.stream().sorted().toList();
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Every round, and durations as information. */
    public void tell(PrintStream out) {
        for (int i = 0; i < ours.size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "第 %d 轮 round %d  公数 ours %.1f µs CPU｜基准 baseline %.1f µs CPU｜%.3f%n",
                    i + 1,
                    i + 1,
                    ours.get(i).cpuPerAnswer() / 1e3,
                    baseline.get(i).cpuPerAnswer() / 1e3,
                    ours.get(i).cpuPerAnswer() / baseline.get(i).cpuPerAnswer());
        }
        out.println("仅供参考 for information only:");
        durations(out, "公数 ours", ours);
        durations(out, "基准 baseline", baseline);
    }

    private static void durations(PrintStream out, String whose, List<Round> rounds) {
        Latencies latencies = Round.latencies(rounds);
        out.printf(
                Locale.ROOT,
                "  %s  %d/s  p50 %.2f ms  p99 %.2f ms｜CPU 服务 server %.1f µs，数据库 database %.1f µs%n",
                whose,
                Round.perSecond(rounds),
                latencies.quantile(0.5) / 1e6,
                latencies.quantile(0.99) / 1e6,
                Round.cpu(rounds).server() / 1e3 / Round.answered(rounds),
                Round.cpu(rounds).database() / 1e3 / Round.answered(rounds));
    }

    /** The line scripts read. */
    public String lastLine() {
        List<Double> ratios = ratios();
        return String.format(
                Locale.ROOT,
                "%s ratio=%.3f min=%.3f max=%.3f rounds=%d",
                name,
                median(ratios),
                ratios.getFirst(),
                ratios.getLast(),
                ratios.size());
    }
}
