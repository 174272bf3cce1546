package cn.gongshu.query.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One token of an answer's text. Whatever could hide a name from the reader, such as quoted names, escaped strings or
 * comments, is no token and refused.
 *
 * @param text the token; a word in lower case, as the database folds it; a parameter without its colon
 * @param at where it starts
 */
record AnswerToken(Kind kind, String text, int at) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        PARAMETER,
        SIGN
    }

    private static final String SPACE = " \t\r\n\f";
    private static final String SIGNS = "+-*/%=<>!|()[],.";

    boolean word(String wanted) {
        return kind == Kind.WORD && text.equals(wanted);
    }

    boolean sign(String wanted) {
        return kind == Kind.SIGN && text.equals(wanted);
    }

    static List<AnswerToken> of(String sql) {
        List<AnswerToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (SPACE.indexOf(c) >= 0) {
                at++;
                continue;
            }
            int end = end(sql, at, c);
            tokens.add(token(sql.substring(at, end), at, c));
            at = end;
        }
        return tokens;
    }

    private static AnswerToken token(String text, int at, char first) {
        if (letter(first)) {
            return new AnswerToken(Kind.WORD, text.toLowerCase(Locale.ROOT), at);
        }
        if (first == ':' && !text.equals("::")) {
            return new AnswerToken(Kind.PARAMETER, text.substring(1), at);
        }
        if (digit(first)) {
            return new AnswerToken(Kind.NUMBER, text, at);
        }
        return new AnswerToken(first == '\'' ? Kind.STRING : Kind.SIGN, text, at);
    }

    private static int end(String sql, int at, char c) {
        char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        if (letter(c)) {
            int end = name(sql, at + 1);
            // A word that touches a quotation mark makes another kind of string of it: E'…', U&'…', B'…'.
            return end < sql.length() && sql.charAt(end) == '\'' ? refused(end, "字符串前缀", "a prefixed string") : end;
        }
        if (digit(c)) {
            return number(sql, at);
        }
        if (c == '\'') {
            return string(sql, at);
        }
        if (c == ':') {
            return next == ':'
                    ? at + 2
                    : letter(next) ? name(sql, at + 2) : refused(at, "冒号", "a colon that starts no parameter");
        }
        if ((c == '-' && next == '-') || (c == '/' && next == '*')) {
            return refused(at, "注释", "a comment");
        }
        return SIGNS.indexOf(c) >= 0 ? at + 1 : refused(at, "不允许的字符", "a character that is not allowed");
    }

    private static int name(String sql, int from) {
        int end = from;
        while (end < sql.length() && (letter(sql.charAt(end)) || digit(sql.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int number(String sql, int at) {
        int end = digits(sql, at);
        if (end + 1 < sql.length() && sql.charAt(end) == '.' && digit(sql.charAt(end + 1))) {
            end = digits(sql, end + 1);
        }
        return end < sql.length() && letter(sql.charAt(end)) ? refused(end, "数字后的字母", "a letter after a number") : end;
    }

    private static int digits(String sql, int from) {
        int end = from;
        while (end < sql.length() && digit(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** To the closing mark; two marks within a string are two tokens, which no rule lets stand beside each other. */
    private static int string(String sql, int at) {
        int end = sql.indexOf('\'', at + 1);
        if (end < 0 || sql.substring(at, end).indexOf('\\') >= 0) {
            return refused(at, "未闭合或含反斜杠的字符串", "a string that is not closed or has a backslash");
        }
        return end + 1;
    }

    private static int refused(int at, String zh, String en) {
        throw AnswerSql.refused(at, zh, en);
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
