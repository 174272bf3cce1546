package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.CreditCode;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.ResidentId;

import java.util.Optional;

/**
 * The data subject a use is about. Personal data: {@link #toString} shows none of it.
 *
 * @param kind person or firm
 * @param id resident id or unified social credit code, checked
 */
public record Subject(Kind kind, String id) {

    /** Kinds of subject whose records products answer from. */
    public enum Kind {
        PERSON,
        FIRM
    }

    /** The subject, or SUBJECT_ID_INVALID when the number fails its check digit. */
    public static Outcome<Subject> read(String kind, String id) {
        Optional<String> checked = switch (kind) {
            case "PERSON" -> ResidentId.parse(id).map(ResidentId::value);
            case "FIRM" -> CreditCode.parse(id).map(CreditCode::value);
            default -> Optional.empty();
        };
        return checked.map(number -> Outcome.done(new Subject(Kind.valueOf(kind), number)))
                .orElseGet(() -> Outcome.refused(Refusal.of(ErrorCode.SUBJECT_ID_INVALID)));
    }

    @Override
    public String toString() {
        return "Subject[" + kind + " hidden]";
    }
}
