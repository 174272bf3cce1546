package cn.gongshu.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen's identity number (GB 11643-1999): six digits of area, eight of birth date, three of order, one check
 * character. Personal data: {@link #toString} shows none of it.
 */
public record ResidentId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public ResidentId {
        if (!valid(value)) {
            throw new IllegalArgumentException("not an identity number");
        }
    }

    /** The number, or empty when length, birth date or check character is wrong. A lower-case x is read as X. */
    public static Optional<ResidentId> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return valid(upper) ? Optional.of(new ResidentId(upper)) : Optional.empty();
    }

    /** Appends the check character to 17 digits. */
    public static ResidentId complete(String seventeen) {
        return new ResidentId(seventeen + checkCharacter(seventeen));
    }

    public String area() {
        return value.substring(0, 6);
    }

    public LocalDate born() {
        return birthDate(value);
    }

    @Override
    public String toString() {
        return "ResidentId[hidden]";
    }

    private static boolean valid(String text) {
        if (text.length() != 18 || !text.chars().limit(17).allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        if (text.charAt(17) != checkCharacter(text)) {
            return false;
        }
        try {
            birthDate(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate birthDate(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 6, 10, 10),
                Integer.parseInt(text, 10, 12, 10),
                Integer.parseInt(text, 12, 14, 10));
    }

    private static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
