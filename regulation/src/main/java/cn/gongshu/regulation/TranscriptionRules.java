package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;

import java.util.Map;

/** How an act done elsewhere on paper enters (存量补录). */
public final class TranscriptionRules {

    private TranscriptionRules() {}

    /** An officer and the organisation it acts for. */
    public record ActingOfficer(PartyId organisation, String officer) {}

    /** One officer enters, another of the same organisation confirms. */
    @Clause("I08")
    public static Outcome<ActingOfficer> confirm(ActingOfficer entered, ActingOfficer confirming) {
        if (!Rules.on("I08")) {
            return Outcome.done(confirming);
        }
        if (entered.officer().equals(confirming.officer())) {
            return Outcome.refused(Refusal.of(ErrorCode.SAME_OFFICER));
        }
        if (!entered.organisation().equals(confirming.organisation())) {
            return Outcome.refused(Refusal.of(
                            ErrorCode.NOT_PERMITTED,
                            Map.of(
                                    "operation", "确认其他单位录入的文件",
                                    "operation@en", "confirm what another organisation entered"))
                    .under("I08"));
        }
        return Outcome.done(confirming);
    }
}
