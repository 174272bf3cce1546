package cn.gongshu.mandate;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, strings, longs, booleans and null; what {@code CanonicalJson} cannot write is refused.
 * Bounded in size and depth, since it reads what strangers send.
 */
final class JsonText {

    /** The most bytes read. */
    static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 16;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The text is no JSON of the kind we write. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }

    static @Nullable Object read(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("longer than " + MOST_BYTES + " bytes");
        }
        JsonText json = new JsonText(decoded(bytes));
        Object value = json.value(0);
        if (json.at != json.text.length()) {
            throw json.unreadable();
        }
        return value;
    }

    private static String decoded(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("not UTF-8");
        }
    }

    private @Nullable Object value(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable("nested deeper than " + DEEPEST);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws Unreadable {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        expect('{');
        while (!ends('}', members.isEmpty())) {
            String name = string();
            expect(':');
            if (members.containsKey(name)) {
                throw new Unreadable("member " + name + " stands twice");
            }
            members.put(name, value(depth + 1));
        }
        return members;
    }

    private List<@Nullable Object> array(int depth) throws Unreadable {
        List<@Nullable Object> elements = new ArrayList<>();
        expect('[');
        while (!ends(']', elements.isEmpty())) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    /** Takes the closing bracket, or the comma before the next element. */
    private boolean ends(char close, boolean first) throws Unreadable {
        if (peek() == close) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() throws Unreadable {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                throw unreadable();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() throws Unreadable {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> throw unreadable();
        };
    }

    private char unicode() throws Unreadable {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw unreadable();
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private Long number() throws Unreadable {
        int start = at;
        while (at < text.length() && (text.charAt(at) == '-' || isDigit(text.charAt(at)))) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > LONGEST_NUMBER + 1 || !digits.matches("-?(0|[1-9][0-9]*)")) {
            throw unreadable();
        }
        return Long.valueOf(digits);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private @Nullable Object word(String word, @Nullable Object value) throws Unreadable {
        if (!text.startsWith(word, at)) {
            throw unreadable();
        }
        at += word.length();
        return value;
    }

    private void expect(char c) throws Unreadable {
        if (peek() != c) {
            throw unreadable();
        }
        at++;
    }

    private char peek() throws Unreadable {
        if (at >= text.length()) {
            throw new Unreadable("ends too early");
        }
        return text.charAt(at);
    }

    private Unreadable unreadable() {
        return new Unreadable("unexpected at character " + at);
    }
}
