package cn.gongshu.platform.http;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the fields of a request body; what is missing or malformed is refused by name. */
public final class Required {

    private static final int DATE_LENGTH = 10;
    private static final int ID_LENGTH = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");

    private Required() {}

    /** A non-blank text of at most {@code limit} characters. */
    public static String text(String field, @Nullable String value, int limit) {
        if (value == null || value.isBlank()) {
            throw new RefusedException(Refusal.of(ErrorCode.FIELD_MISSING, Map.of("field", field)));
        }
        if (value.length() > limit) {
            throw invalid(field, "至多 " + limit + " 个字符", "at most " + limit + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw invalid(field, "不含空字符", "no NUL character");
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

    /** A short stable id: ASCII letters, digits, dots, dashes or underscores. */
    public static String id(String field, @Nullable String value) {
        String id = text(field, value, ID_LENGTH);
        if (!ID.matcher(id).matches()) {
            throw invalid(field, "仅限字母、数字、点、横线与下划线", "letters, digits, dots, dashes and underscores only");
        }
        return id;
    }

    /** One of the constants of an enum, by its name. */
    public static <E extends Enum<E>> E one(Class<E> type, String field, @Nullable String value) {
        String name = text(field, value, ID_LENGTH);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" | "));
        throw invalid(field, "须为 " + all + " 之一", "one of " + all);
    }

    /**
     * Reads each element of a list, naming it by its place, such as {@code items[3]}; a list that is absent is empty.
     *
     * @param limit elements the list may have
     */
    public static <B, T> List<T> each(
            String field, @Nullable List<? extends @Nullable B> values, int limit, BiFunction<String, B, T> read) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > limit) {
            throw invalid(field, "至多 " + limit + " 项", "at most " + limit + " elements");
        }
        List<T> all = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String place = field + "[" + i + "]";
            all.add(read.apply(place, Required.<B>value(place, values.get(i))));
        }
        return List.copyOf(all);
    }

    /** The refusal of a field that is there but wrong. */
    public static RefusedException invalid(String field, String zh, String en) {
        return new RefusedException(
                Refusal.of(ErrorCode.FIELD_INVALID, Map.of("field", field, "rule", zh, "rule@en", en)));
    }
}
