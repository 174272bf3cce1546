package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.http.Words;
import cn.gongshu.platform.product.ActiveVersion.Field;
import cn.gongshu.platform.product.ActiveVersion.FieldType;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * One value a consumer sends with a call (wire name {@code parameters}).
 *
 * @param name its name
 * @param kind what it must be
 * @param least smallest value
 * @param most largest value
 * @param otherwise value when it is not sent, or null if it must be
 * @param notBefore name of the input whose month begins the window that this one ends; null where it ends none
 * @param words what it is called
 */
public record ProductInput(
        String name,
        Kind kind,
        long least,
        long most,
        @Nullable Long otherwise,
        @Nullable String notBefore,
        Words words) {

    /** What an input is. */
    public enum Kind {
        /** A whole number. */
        NUMBER,
        /** A month, sent as yyyy-MM and bound as yyyymm. */
        MONTH
    }

    /** The input as a console shows it. */
    Field field() {
        FieldType type = kind == Kind.MONTH ? FieldType.MONTH : FieldType.INTEGER;
        String fallback = otherwise == null ? null : otherwise.toString();
        return new Field(name, words.zh(), words.en(), type, otherwise == null, List.of(), fallback);
    }

    /** The value in {@code sent}, its default, or a refusal that names the field and the rule. */
    Outcome<Long> read(Map<?, ?> sent) {
        Object value = sent.get(name);
        if (value == null) {
            return otherwise == null
                    ? Outcome.refused(Refusal.of(ErrorCode.FIELD_MISSING, Map.of("field", "parameters." + name)))
                    : Outcome.done(otherwise);
        }
        Long number = number(value);
        if (number == null || number < least || number > most) {
            return Outcome.refused(invalid(
                    (kind == Kind.MONTH ? "形如 2025-01 的月份，" : "整数，") + shown(least) + " 至 " + shown(most),
                    (kind == Kind.MONTH ? "a month such as 2025-01, " : "a whole number, ") + shown(least) + " to "
                            + shown(most)));
        }
        return Outcome.done(number);
    }

    /** The refusal of this input for breaking a rule. */
    Refusal invalid(String zh, String en) {
        return Refusal.of(ErrorCode.FIELD_INVALID, Map.of("field", "parameters." + name, "rule", zh, "rule@en", en));
    }

    private String shown(long value) {
        return kind == Kind.MONTH ? Window.month(value).toString() : Long.toString(value);
    }

    /** A month comes as yyyy-MM and goes on as yyyymm. */
    private @Nullable Long number(Object value) {
        return switch (kind) {
            case NUMBER -> value instanceof Long number ? number : null;
            case MONTH ->
                value instanceof String text && text.matches("\\d{4}-(0[1-9]|1[0-2])")
                        ? Long.valueOf(text.substring(0, 4) + text.substring(5))
                        : null;
        };
    }
}
