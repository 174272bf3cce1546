package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Why something was not done.
 *
 * @param code the kind of refusal; carries its words in Chinese and English and who can mend it
 * @param clause id of the clause it rests on (R066, I01, …), or null where none applies
 * @param details values for the placeholders of the code's text; never personal data
 */
public record Refusal(ErrorCode code, @Nullable String clause, Map<String, String> details) {

    public Refusal {
        details = Map.copyOf(details);
    }

    /** A refusal under the clause its code names. */
    public static Refusal of(ErrorCode code) {
        return new Refusal(code, code.clause(), Map.of());
    }

    public static Refusal of(ErrorCode code, Map<String, String> details) {
        return new Refusal(code, code.clause(), details);
    }

    /** The same refusal under another clause than the code's usual one. */
    public Refusal under(String clauseId) {
        return new Refusal(code, clauseId, details);
    }
}
