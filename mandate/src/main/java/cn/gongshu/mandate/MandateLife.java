package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;

import java.util.List;
import java.util.Map;

/** The life of a link as one table: every step not in it is refused. */
public final class MandateLife {

    private MandateLife() {}

    /**
     * One row of the table.
     *
     * @param clause the clause the step rests on
     */
    public record Row(MandateState from, MandateStep step, MandateState to, String clause) {}

    private static final List<Row> TABLE = List.of(
            new Row(MandateState.ENTERED, MandateStep.CONFIRM, MandateState.CONFIRMED, "I08"),
            new Row(MandateState.CONFIRMED, MandateStep.SIGN, MandateState.SIGNED, "R043"),
            new Row(MandateState.SIGNED, MandateStep.SUSPEND, MandateState.SUSPENDED, "R06A"),
            new Row(MandateState.SUSPENDED, MandateStep.RESUME, MandateState.SIGNED, "R06A"),
            new Row(MandateState.SIGNED, MandateStep.TERMINATE, MandateState.TERMINATED, "R06A"),
            new Row(MandateState.SUSPENDED, MandateStep.TERMINATE, MandateState.TERMINATED, "R06A"));

    public static List<Row> table() {
        return TABLE;
    }

    /** The state a link is first recorded in: a subscription is a direct act and needs no second officer. */
    public static MandateState start(MandateKind kind) {
        return kind == MandateKind.SUBSCRIPTION ? MandateState.CONFIRMED : MandateState.ENTERED;
    }

    /** Whether {@code state} is what {@code step} brings a link to. */
    public static boolean leadsTo(MandateStep step, MandateState state) {
        return TABLE.stream().anyMatch(row -> row.step() == step && row.to() == state);
    }

    /** The state after a step, or WRONG_STATE. */
    @Clause("R058")
    public static Outcome<MandateState> next(String title, MandateState from, MandateStep step) {
        for (Row row : TABLE) {
            if (row.step() == step && (row.from() == from || !Rules.on("R058"))) {
                return Outcome.done(row.to());
            }
        }
        Map<String, String> details = Map.of(
                "what", title,
                "state", from.in(Language.ZH),
                "state@en", from.in(Language.EN),
                "operation", step.in(Language.ZH),
                "operation@en", step.in(Language.EN));
        return Outcome.refused(Refusal.of(ErrorCode.WRONG_STATE, details));
    }
}
