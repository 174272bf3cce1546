package cn.gongshu.query.governed;

import cn.gongshu.kernel.RefusedException;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The text of a declared query before it is parsed: characters, comments, statement ends. The text itself never reaches
 * an engine; this keeps out what a reader could misread or what could wear the parser down.
 */
final class QueryText {

    static final int MAX_LENGTH = 8000;

    private static final int MAX_DEPTH = 40;
    private static final String SYMBOLS = "_.,()'\"=<>!*+-/% \t\r\n";

    private final String text;
    private int line = 1;
    private int column = 1;
    private int depth;

    private QueryText(String text) {
        this.text = text;
    }

    /** The query with the lines of explanation before it blanked out, so that places stay true; or a refusal. */
    static String checked(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Refuse.whole(QueryRule.TOO_LONG, MAX_LENGTH);
        }
        String body = withoutExplanation(text);
        new QueryText(body).scan();
        return body;
    }

    private static String withoutExplanation(String text) {
        StringBuilder body = new StringBuilder();
        String[] lines = text.split("\n", -1);
        int next = 0;
        while (next < lines.length
                && (lines[next].isBlank() || lines[next].strip().startsWith("--"))) {
            next++;
            body.append('\n');
        }
        for (int i = next; i < lines.length; i++) {
            body.append(lines[i]).append(i + 1 < lines.length ? "\n" : "");
        }
        return body.toString();
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '\'' || c == '"' ? endOfQuoted(at) : at + 1;
            if (end == at + 1) {
                bare(c, at + 1 < text.length() ? text.charAt(at + 1) : ' ');
            }
            for (; at < end; at++) {
                advance(text.charAt(at));
            }
        }
    }

    /** Position after the closing quote; everything between is a value or a name and is looked at as such. */
    private int endOfQuoted(int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            boolean plain = quote == '\'' ? !invisible(c) : c == '_' || asciiLetterOrDigit(c);
            if (!plain) {
                throw here(QueryRule.CHARACTER);
            }
        }
        throw here(QueryRule.SYNTAX);
    }

    private void bare(char c, char next) {
        if ((c == '-' && next == '-') || (c == '/' && (next == '*' || next == '/'))) {
            throw here(QueryRule.COMMENT);
        }
        if (c == ';') {
            throw here(QueryRule.ONE_STATEMENT);
        }
        if (c == '?') {
            throw here(QueryRule.PARAMETER);
        }
        if (!asciiLetterOrDigit(c) && SYMBOLS.indexOf(c) < 0) {
            throw here(QueryRule.CHARACTER);
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth > MAX_DEPTH) {
            throw here(QueryRule.TOO_COMPLEX);
        }
    }

    private static boolean asciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean invisible(char c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private void advance(char c) {
        line += c == '\n' ? 1 : 0;
        column = c == '\n' ? 1 : column + 1;
    }

    private RefusedException here(QueryRule rule) {
        return Refuse.at(new SqlParserPos(line, column), rule);
    }
}
