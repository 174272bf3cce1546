package cn.gongshu.bench;

import cn.gongshu.bench.call.CallBench;
import cn.gongshu.bench.evidence.EvidenceBench;
import cn.gongshu.city.Sentence;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code ./gongshu bench NAME}: exit 0 measured, 1 the figure is void, 2 it could not be tried. */
public final class Bench {

    /** Rounds of {@code call} take at most this long, so that a run with start and warm-up ends within four minutes. */
    private static final int CALL_SECONDS = 120;

    /** Rounds of {@code evidence}; a run ends within two minutes. */
    private static final int EVIDENCE_SECONDS = 80;

    private Bench() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(args), out));
    }

    static int run(List<String> args, PrintStream out) {
        try {
            return named(args, out);
        } catch (Sentence sentence) {
            out.println(sentence.getMessage());
            return sentence.exitCode();
        }
    }

    private static int named(List<String> args, PrintStream out) {
        if (args.isEmpty()) {
            throw new Sentence(
                    2, "请指明基准测试：bench call 或 bench evidence。", "Name a bench: bench call or bench evidence.");
        }
        List<String> rest = args.subList(1, args.size());
        return switch (args.getFirst()) {
            case "call" -> CallBench.run(Choices.read(rest, CALL_SECONDS), out);
            case "evidence" -> EvidenceBench.run(Choices.read(rest, EVIDENCE_SECONDS), out);
            default ->
                throw new Sentence(
                        2,
                        "没有名为 " + args.getFirst() + " 的基准测试，只有 call 与 evidence。",
                        "There is no bench " + args.getFirst() + "; there are call and evidence.");
        };
    }
}
