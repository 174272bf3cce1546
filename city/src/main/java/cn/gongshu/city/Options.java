package cn.gongshu.city;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: {@code --name value} pairs, bare {@code --flags}, and plain arguments refused. */
public record Options(Map<String, String> values, Set<String> flags) {

    private static final int MAX_PORT = 65_534;

    /**
     * Reads the words.
     *
     * @param withValue names that take a value
     * @param bare names that stand alone
     * @throws Sentence on a word it does not know or a value that is missing
     */
    public static Options read(List<String> words, Set<String> withValue, Set<String> bare) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new java.util.HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (bare.contains(word)) {
                flags.add(word);
            } else if (withValue.contains(word) && i + 1 < words.size()) {
                values.put(word, words.get(++i));
            } else if (withValue.contains(word)) {
                throw new Sentence(2, "选项 " + word + " 后缺少取值。", "Option " + word + " needs a value.");
            } else {
                throw new Sentence(2, "不认识的选项 " + word + "。", "Unknown option " + word + ".");
            }
        }
        return new Options(Map.copyOf(values), Set.copyOf(flags));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** An ISO date, or nothing when the option is not there. */
    public Optional<LocalDate> date(String name) {
        try {
            return value(name).map(LocalDate::parse);
        } catch (DateTimeParseException notADate) {
            throw new Sentence(
                    2,
                    "选项 " + name + " 须为形如 2026-11-24 的日期。",
                    "Option " + name + " must be a date such as 2026-11-24.");
        }
    }

    /** A port that leaves room for the next one (the product door). */
    public int port(int otherwise) {
        return number("--port", otherwise, 1, MAX_PORT);
    }

    /** A whole number within bounds, or the default. */
    public int number(String name, int otherwise, int least, int most) {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the sentence below
        }
        throw new Sentence(
                2,
                "选项 " + name + " 须为 " + least + " 到 " + most + " 之间的整数。",
                "Option " + name + " must be a whole number from " + least + " to " + most + ".");
    }
}
