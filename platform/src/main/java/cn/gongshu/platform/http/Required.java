package cn.gongshu.platform.http;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Reads the fields of a request body; what is missing or malformed is refused by name. */
public final class Required {

    private static final int DATE_LENGTH = 10;

    private Required() {}

    /** A non-blank text of at most {@code limit} characters. */
    public static String text(String field, @Nullable String value, int limit) {
        if (value == null || value.isBlank()) {
            throw new RefusedException(Refusal.of(ErrorCode.FIELD_MISSING, Map.of("field", field)));
        }
        if (value.length() > limit) {
            throw invalid(field, "至多 " + limit + " 个字符", "at most " + limit + " characters");
        }
        return value;
    }

    /** A value that must be there. */
    public static <T> T value(String field, @Nullable T value) {
        if (value == null) {
            throw new RefusedException(Refusal.of(ErrorCode.FIELD_MISSING, Map.of("field", field)));
        }
        return value;
    }

    /** An ISO date such as 2026-11-24. */
    public static LocalDate date(String field, @Nullable String value) {
        try {
            return LocalDate.parse(text(field, value, DATE_LENGTH));
        } catch (DateTimeParseException e) {
            throw invalid(field, "形如 2026-11-24 的日期", "a date such as 2026-11-24");
        }
    }

    /** The refusal of a field that is there but wrong. */
    public static RefusedException invalid(String field, String zh, String en) {
        return new RefusedException(
                Refusal.of(ErrorCode.FIELD_INVALID, Map.of("field", field, "rule", zh, "rule@en", en)));
    }
}
