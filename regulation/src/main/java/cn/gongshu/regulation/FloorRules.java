package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;

import java.time.LocalDate;
import java.util.Map;

/** The fewest persons one cell of an aggregate may rest on, whatever the parties agreed. */
public final class FloorRules {

    /** Parameter (INT): the city's floor. */
    public static final String LEAST = "floor.k";

    private FloorRules() {}

    /** The city's floor on a legal date; a fault when there is none, never a guess. */
    public static int least(Parameters parameters, LocalDate asOf) {
        return parameters.number(LEAST, asOf);
    }

    /** The floor a link about persons states, or why it is too low. */
    @Clause("Q14")
    public static Outcome<Integer> stated(int floor, int least) {
        return floor >= least || !Rules.on("Q14")
                ? Outcome.done(floor)
                : Outcome.refused(Refusal.of(
                                ErrorCode.FIELD_INVALID,
                                Map.of(
                                        "field",
                                        "人数门槛",
                                        "field@en",
                                        "floor",
                                        "rule",
                                        "涉及个人的汇总，每格不少于 " + least + " 人",
                                        "rule@en",
                                        "aggregates about persons rest on at least " + least))
                        .under("Q14"));
    }

    /** The floor an aggregate runs under: the chain's, and never less than the city's. */
    @Clause("Q14")
    public static int effective(int ofChain, int least) {
        return Rules.on("Q14") ? Math.max(ofChain, least) : ofChain;
    }
}
