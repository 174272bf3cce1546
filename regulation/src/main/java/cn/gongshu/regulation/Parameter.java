package cn.gongshu.regulation;

import java.time.LocalDate;

/**
 * A value that the law fixes or leaves open, from one day on. It is text, typed by its kind, and says where it comes
 * from, who may change it and how sure we are.
 *
 * @param code dotted name, such as agreement.term.max_years
 * @param kind what the value is
 * @param value the value as written
 * @param effectiveFrom first legal date on which it counts
 * @param source article or default that it rests on
 * @param owner party or role that may change it
 * @param confidence how well the source is known
 */
public record Parameter(
        String code,
        Kind kind,
        String value,
        LocalDate effectiveFrom,
        String source,
        String owner,
        Confidence confidence) {

    /** What a value is. */
    public enum Kind {
        /** A whole number in the unit that the code names. */
        INT,
        /** Calendar days, zero or more. */
        DAYS,
        /** Money in fen, zero or more. */
        FEN,
        /** Anything else. */
        TEXT
    }

    /** How well the source of a value is known. */
    public enum Confidence {
        /** The whole text was read, if only in a copy. */
        FULL_TEXT,
        /** Only an excerpt was seen. */
        EXCERPT,
        /** Somebody else says so. */
        SECOND_HAND,
        /** Our own default, until an official states the value. */
        INFERRED
    }

    public Parameter {
        if (code.isBlank() || value.isBlank() || source.isBlank() || owner.isBlank()) {
            throw new IllegalArgumentException("parameter " + code + " leaves code, value, source or owner empty");
        }
        check(code, kind, value);
    }

    private static void check(String code, Kind kind, String value) {
        boolean ok = switch (kind) {
            case INT -> value.matches("-?\\d{1,18}");
            case DAYS -> value.matches("\\d{1,6}");
            case FEN -> value.matches("\\d{1,18}");
            case TEXT -> true;
        };
        if (!ok) {
            throw new IllegalArgumentException("parameter " + code + " is no " + kind);
        }
    }
}
