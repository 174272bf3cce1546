package cn.gongshu.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a figure counts: only if every answer is in the log, nothing else is, and sampled receipts prove it.
 *
 * @param answers answers given since the log was first looked at, warm-up included
 * @param entries entries the log grew by meanwhile, by its checkpoints
 * @param uses uses counted by whoever is asked about them apart from the log's size
 * @param receipts sampled receipts
 * @param faults what did not verify, in words; empty if everything did
 */
public record Validity(long answers, long entries, long uses, int receipts, List<String> faults) {

    /** Receipts to sample, where there are so many answers. */
    public static final int SAMPLE = 50;

    public Validity {
        faults = List.copyOf(faults);
    }

    /** Why the figure is void; empty if it counts. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (answers == 0) {
            reasons.add("没有任何答复 nothing was answered");
        }
        if (entries != answers) {
            reasons.add("存证条目 " + entries + " 与答复 " + answers + " 不等 entries differ from answers");
        }
        if (uses != answers) {
            reasons.add("计得使用 " + uses + " 与答复 " + answers + " 不等 uses counted differ from answers");
        }
        if (receipts < Math.min(SAMPLE, answers)) {
            reasons.add("抽样回执仅 " + receipts + " 份 too few receipts sampled");
        }
        reasons.addAll(faults);
        return reasons;
    }

    /** Says what held and the comparison's last line, exit 0; or VOID and why, exit 1. */
    public int conclude(Comparison comparison, PrintStream out) {
        List<String> reasons = reasons();
        if (!reasons.isEmpty()) {
            reasons.forEach(reason -> out.println("VOID 作废：" + reason));
            return 1;
        }
        out.println("有效 valid：答复 answers " + answers + " = 存证条目 entries；回执 receipts " + receipts
                + " 份离线验证成立 verified offline");
        out.println(comparison.lastLine());
        return 0;
    }
}
