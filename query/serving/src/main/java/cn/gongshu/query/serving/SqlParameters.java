package cn.gongshu.query.serving;

import java.util.function.Function;

/**
 * Finds the named parameters ({@code :name}) of a piece of SQL written by us. Quoted text and casts are left alone;
 * whatever would make one piece into two, hide the rest or bind twice is refused.
 */
final class SqlParameters {

    private final String sql;
    private final Function<String, String> placeholder;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private SqlParameters(String sql, Function<String, String> placeholder) {
        this.sql = sql;
        this.placeholder = placeholder;
    }

    /** The SQL with every parameter's name replaced by its placeholder, in order of occurrence. */
    static String replace(String sql, Function<String, String> placeholder) {
        SqlParameters parameters = new SqlParameters(sql, placeholder);
        while (parameters.at < sql.length()) {
            parameters.step();
        }
        return parameters.out.toString();
    }

    private void step() {
        char c = sql.charAt(at);
        char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        switch (c) {
            case '\'', '"' -> quoted(c);
            case ':' -> colon(next);
            case ';', '?', '$', '\\' -> throw refused();
            case '-', '/' -> {
                if (next == c || next == '*') {
                    throw refused();
                }
                copy(1);
            }
            default -> copy(1);
        }
    }

    private void quoted(char quote) {
        int end = sql.indexOf(quote, at + 1);
        if (end < 0 || sql.substring(at, end).indexOf('\\') >= 0) {
            throw refused();
        }
        copy(end + 1 - at);
    }

    private void colon(char next) {
        if (next == ':') {
            copy(2);
            return;
        }
        int end = at + 1;
        while (end < sql.length() && name(sql.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            throw refused();
        }
        out.append(placeholder.apply(sql.substring(at + 1, end)));
        at = end;
    }

    private static boolean name(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    }

    private void copy(int characters) {
        out.append(sql, at, at + characters);
        at += characters;
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "a piece of SQL has no comment, semicolon, question mark, dollar or backslash, closes its quotes, and"
                        + " writes parameters as :name; not so at character " + at);
    }
}
