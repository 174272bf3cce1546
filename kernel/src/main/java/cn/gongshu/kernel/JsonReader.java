package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one strict JSON text from left to right; see {@link Json} for what strict means. */
final class JsonReader {

    private static final long MAX_SAFE = (1L << 53) - 1;
    private static final int MAX_DIGITS = 16;
    private static final char END = '\uffff';

    private final String text;
    private final int maxDepth;
    private int at;
    private int depth;

    JsonReader(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    @Nullable
    Object whole() {
        Object value = value();
        peek();
        if (at < text.length()) {
            throw malformed("值之后还有内容", "something after the value");
        }
        return value;
    }

    private @Nullable Object value() {
        char c = peek();
        return switch (c) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number(c);
        };
    }

    private Map<String, @Nullable Object> map() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (peek() != '}') {
            do {
                member(members);
            } while (comma('}'));
        }
        leave();
        return Collections.unmodifiableMap(members);
    }

    private void member(Map<String, @Nullable Object> members) {
        if (peek() != '"') {
            throw malformed("应为成员名", "member name expected");
        }
        int start = at;
        String name = string();
        if (members.containsKey(name)) {
            at = start;
            throw malformed("成员名重复", "member name given twice");
        }
        if (peek() != ':') {
            throw malformed("应为冒号", "colon expected");
        }
        at++;
        members.put(name, value());
    }

    private List<@Nullable Object> list() {
        enter();
        List<@Nullable Object> elements = new ArrayList<>();
        if (peek() != ']') {
            do {
                elements.add(value());
            } while (comma(']'));
        }
        leave();
        return Collections.unmodifiableList(elements);
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw malformed("嵌套超过 " + maxDepth + " 层", "nested deeper than " + maxDepth);
        }
        at++;
    }

    private void leave() {
        at++;
        depth--;
    }

    private boolean comma(char close) {
        char c = peek();
        if (c == ',') {
            at++;
            return true;
        }
        if (c == close) {
            return false;
        }
        throw malformed("应为逗号或结尾", "comma or end expected");
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw malformed("应为一个值", "value expected");
        }
        at += word.length();
        return meaning;
    }

    private Long number(char first) {
        int start = at;
        int from = first == '-' ? at + 1 : at;
        int to = from;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        int digits = to - from;
        boolean zeroLed = digits > 0 && text.charAt(from) == '0' && (digits > 1 || from > start);
        boolean fraction = to < text.length() && ".eE".indexOf(text.charAt(to)) >= 0;
        if (digits == 0 || zeroLed || fraction || digits > MAX_DIGITS) {
            throw digits == 0 ? malformed("应为一个值", "value expected") : notWhole();
        }
        long number = Long.parseLong(text, start, to, 10);
        if (number > MAX_SAFE || number < -MAX_SAFE) {
            throw notWhole();
        }
        at = to;
        return number;
    }

    private Json.Malformed notWhole() {
        return malformed("应为 2^53-1 以内的整数", "whole number within 2^53-1 expected");
    }

    private String string() {
        int start = ++at;
        while (at < text.length() && plain(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(start, at++);
        }
        return escapedString(new StringBuilder(text.length() - start < 64 ? 64 : 256).append(text, start, at));
    }

    private static boolean plain(char c) {
        return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    private String escapedString(StringBuilder out) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return wellPaired(out);
            }
            if (c < 0x20) {
                throw malformed("字符串中有控制字符", "control character in a string");
            }
            at++;
            out.append(c == '\\' ? escape() : c);
        }
        throw malformed("字符串没有结尾", "string without an end");
    }

    private char escape() {
        if (at == text.length()) {
            throw malformed("字符串没有结尾", "string without an end");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("有不认识的转义", "unknown escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = at < text.length() ? text.charAt(at) : END;
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed("应为四位十六进制数", "four hexadecimal digits expected");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private String wellPaired(StringBuilder out) {
        boolean afterHigh = false;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (Character.isLowSurrogate(c) != afterHigh) {
                throw malformed("有单独的代理字符", "lone surrogate");
            }
            afterHigh = Character.isHighSurrogate(c);
        }
        if (afterHigh) {
            throw malformed("有单独的代理字符", "lone surrogate");
        }
        return out.toString();
    }

    /** The next character that is no white space, without taking it; {@link #END} at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private Json.Malformed malformed(String zh, String en) {
        return new Json.Malformed(zh, en, at);
    }
}
