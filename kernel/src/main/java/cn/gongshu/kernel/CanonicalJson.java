package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Canonical JSON (RFC 8785) for what we sign and hash: maps, lists, strings, whole numbers within ±(2^53−1), booleans
 * and null. Fractions have no place in signed bytes and are refused; money is in fen.
 */
public final class CanonicalJson {

    private static final long MAX_SAFE = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * UTF-8 bytes of {@code value}; member names sorted by UTF-16 code units, no white space.
     *
     * @throws IllegalArgumentException on any other type, an unsafe number or a lone surrogate
     */
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(out, text);
            case Boolean flag -> out.append(flag.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> writeLong(out, number);
            case List<?> list -> writeList(out, list);
            case Map<?, ?> map -> writeMap(out, map);
            default ->
                throw new IllegalArgumentException(
                        "not canonical: " + value.getClass().getName());
        }
    }

    private static void writeLong(StringBuilder out, long number) {
        if (number > MAX_SAFE || number < -MAX_SAFE) {
            throw new IllegalArgumentException("number beyond 2^53-1 has no canonical form");
        }
        out.append(number);
    }

    private static void writeList(StringBuilder out, List<?> list) {
        out.append('[');
        String comma = "";
        for (Object element : list) {
            out.append(comma);
            write(out, element);
            comma = ",";
        }
        out.append(']');
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        List<String> names = map.keySet().stream()
                .map(CanonicalJson::name)
                .sorted(Comparator.naturalOrder())
                .toList();
        String comma = "";
        for (String name : names) {
            out.append(comma);
            quote(out, name);
            out.append(':');
            write(out, map.get(name));
            comma = ",";
        }
        out.append('}');
    }

    private static String name(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("member names are strings");
    }

    /**
     * Appends {@code text} as a quoted string, for those who write members in order themselves.
     *
     * @throws IllegalArgumentException on a lone surrogate
     */
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        int plain = 0; // most text is copied whole: this is on the path of every entry
        while (plain < text.length() && plain(text.charAt(plain))) {
            plain++;
        }
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                i = writePair(out, text, i);
            } else {
                writeChar(out, c);
            }
        }
        out.append('"');
    }

    private static boolean plain(char c) {
        return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    private static int writePair(StringBuilder out, String text, int at) {
        boolean pair = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!pair) {
            throw new IllegalArgumentException("lone surrogate");
        }
        out.append(text.charAt(at)).append(text.charAt(at + 1));
        return at + 1;
    }

    private static void writeChar(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xf, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
