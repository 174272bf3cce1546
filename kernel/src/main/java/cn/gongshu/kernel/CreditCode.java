package cn.gongshu.kernel;

import java.util.Locale;
import java.util.Optional;

/** A unified social credit code (GB 32100-2015): 17 characters and one check character, modulo 31. */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public CreditCode {
        if (!valid(value)) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** The code, or empty when length, alphabet or check character is wrong. Lower case is read as upper. */
    public static Optional<CreditCode> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return valid(upper) ? Optional.of(new CreditCode(upper)) : Optional.empty();
    }

    /** Appends the check character to 17 characters. */
    public static CreditCode complete(String seventeen) {
        return new CreditCode(seventeen + checkCharacter(seventeen));
    }

    private static boolean valid(String text) {
        return text.length() == 18
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && text.charAt(17) == checkCharacter(text);
    }

    private static char checkCharacter(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
