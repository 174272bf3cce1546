package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;

/** What the door must do with an allowed use. */
public sealed interface Obligation {

    /**
     * Answer only with the subject's consent; {@link DecisionPoint#judgeSubject} judges it.
     *
     * @param textVersion version of the text that must have been agreed to, or null for any
     */
    record RequireConsent(
            Purpose purpose, PartyId recipient, @Nullable String textVersion) implements Obligation {}

    /**
     * Show no cell that rests on fewer distinct subjects.
     *
     * @param k the highest floor of the chain
     */
    record FloorOf(int k) implements Obligation {}

    /** Leave out the subjects that opted out of this purpose, and say how many. */
    record LeaveOutOptOuts(Purpose purpose) implements Obligation {}

    /** Charge each answered use. */
    record Charge(Money price, MeterKind meter) implements Obligation {}
}
