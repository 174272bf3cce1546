package cn.gongshu.query.serving;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.query.serving.AnswerToken.Kind;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An answer's text that passed every check of its words: an expression over the serving row {@code s} and its
 * parameters, in which each word is an allowed keyword, function or type, a column of {@code s}, or a name the text
 * itself introduces by {@code AS}. Everything not named here is refused, since the text runs in the database in which
 * everything lies.
 *
 * <p>{@link LookupCheck} then asks the database whether an introduced name is that of a relation, and what the whole
 * lookup would read.
 */
public final class AnswerSql {

    /** Alias of the serving row. */
    private static final String ROW = "s";

    private static final Set<String> KEYWORDS = words("""
            select from where group by order having limit offset with as join left right inner full cross outer on
            case when then else end and or not is null true false in between like exists distinct filter
            union all except intersect array any some asc desc nulls first last ordinality""");

    /** Pure functions: none takes SQL or a name as text, and none reads files, settings, catalogues, sequences, time. */
    private static final Set<String> FUNCTIONS = words("""
            count sum min max avg bool_and bool_or array_agg jsonb_agg coalesce greatest least nullif abs ceil round
            div left right length lower upper array_length array_position array_positions array_remove cardinality
            jsonb_build_array jsonb_build_object jsonb_array_length to_jsonb""");

    /** Functions that may stand where a table stands. */
    private static final Set<String> SOURCES =
            words("generate_series unnest jsonb_array_elements jsonb_array_elements_text");

    private static final Set<String> TYPES = words("int integer bigint numeric text boolean jsonb");

    /** What the lookup statement itself can name where the answer stands; an introduced name never hides one. */
    private static final Set<String> TAKEN = words("""
            s p k c v subject key subject_kind subject_lookup created_at product generation table_name columns
            snapshots as_of built_at row_count month_from month_to definition definition_hash
            tableoid ctid xmin xmax cmin cmax""");

    private final List<AnswerToken> tokens;
    private final Set<String> columns;
    private final Set<String> parameters;
    private final Set<String> introduced = new TreeSet<>();
    private final Set<String> common = new HashSet<>();
    private final Set<Integer> definitions = new HashSet<>();

    private AnswerSql(List<AnswerToken> tokens, Set<String> columns, Set<String> parameters) {
        this.tokens = tokens;
        this.columns = Set.copyOf(columns);
        this.parameters = Set.copyOf(parameters);
    }

    /**
     * Checks a text; refused as QUERY_REFUSED with what is wrong and where.
     *
     * @param columns the columns of the serving row it may name, without the subject
     * @param parameters the parameters it may name
     */
    public static Outcome<AnswerSql> read(String text, Set<String> columns, Set<String> parameters) {
        try {
            AnswerSql answer = new AnswerSql(AnswerToken.of(text), columns, parameters);
            answer.introduce();
            answer.balance();
            for (int i = 0; i < answer.tokens.size(); i++) {
                answer.check(i);
            }
            return Outcome.done(answer);
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    /** The names the text makes itself, in lower case. */
    Set<String> introduced() {
        return introduced;
    }

    static RefusedException refused(int at, String zh, String en) {
        return new RefusedException(Refusal.of(
                ErrorCode.QUERY_REFUSED,
                Map.of(
                        "reason", "答复表达式第 " + (at + 1) + " 个字符处：" + zh,
                        "reason@en", "the answer, at character " + (at + 1) + ": " + en)));
    }

    /** Finds the names after AS, {@code AS name(a, b)} and {@code name AS (}. */
    private void introduce() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).word("as") && !sign(i - 1, "::")) {
                if (sign(i + 1, "(")) {
                    common.add(introduced(i - 1));
                } else {
                    introduced(i + 1);
                    if (sign(i + 2, "(")) {
                        list(i + 3);
                    }
                }
            }
        }
    }

    private void list(int from) {
        int at = from;
        introduced(at);
        while (sign(at + 1, ",")) {
            at += 2;
            introduced(at);
        }
        if (!sign(at + 1, ")")) {
            throw refusedAt(at, "别名后只能是列名列表", "only a list of column names may follow an alias");
        }
    }

    private String introduced(int at) {
        if (!is(at, Kind.WORD) || sign(at - 1, ".")) {
            throw refusedAt(at, "AS 须跟名称", "AS needs a plain name");
        }
        String name = tokens.get(at).text();
        boolean other = KEYWORDS.contains(name)
                || FUNCTIONS.contains(name)
                || SOURCES.contains(name)
                || TYPES.contains(name)
                || TAKEN.contains(name);
        if (other || name.startsWith("pg_") || name.length() > 63) {
            throw refusedAt(at, "不能以 " + name + " 为名", name + " may not be introduced as a name");
        }
        introduced.add(name);
        definitions.add(at);
        return name;
    }

    /** The text is one expression within parentheses: it never closes what it did not open. */
    private void balance() {
        Deque<String> open = new ArrayDeque<>();
        for (AnswerToken token : tokens) {
            switch (token.kind() == Kind.SIGN ? token.text() : "") {
                case "(", "[" -> open.push(token.text());
                case ")", "]" -> {
                    String opening = token.sign(")") ? "(" : "[";
                    if (!opening.equals(open.poll())) {
                        throw refused(token.at(), "括号不配对", "brackets do not match");
                    }
                }
                default -> {}
            }
        }
        if (!open.isEmpty() || tokens.isEmpty()) {
            throw refused(0, "括号不配对或没有内容", "brackets do not match, or nothing is there");
        }
    }

    private void check(int at) {
        AnswerToken token = tokens.get(at);
        switch (token.kind()) {
            case NUMBER -> {}
            case STRING -> {
                // name 'text' would be a cast to a type of that name; two strings side by side would be one.
                if (is(at - 1, Kind.STRING) || (is(at - 1, Kind.WORD) && !keyword(at - 1))) {
                    throw refusedAt(at, "字符串不能紧跟名称或字符串", "a string may not follow a name or a string");
                }
            }
            case PARAMETER -> {
                if (!parameters.contains(token.text())) {
                    throw refusedAt(at, "没有参数 :" + token.text(), "there is no parameter :" + token.text());
                }
            }
            case SIGN -> checkSign(at);
            case WORD -> checkWord(at);
        }
    }

    private void checkSign(int at) {
        if (sign(at, ".") && !(is(at - 1, Kind.WORD) && is(at + 1, Kind.WORD))) {
            throw refusedAt(at, "点号只用于 名称.列", "a dot only stands between a name and its column");
        }
        if (sign(at, "::")
                && !(is(at + 1, Kind.WORD) && TYPES.contains(tokens.get(at + 1).text()))) {
            throw refusedAt(at, "不允许的类型", "a type that is not allowed");
        }
    }

    private void checkWord(int at) {
        String word = tokens.get(at).text();
        if (sign(at - 1, "::") || definitions.contains(at)) {
            return;
        }
        if (sign(at - 1, ".")) {
            column(at, word);
        } else if (KEYWORDS.contains(word)) {
            source(at, word);
        } else if (sign(at + 1, "(")) {
            if (!FUNCTIONS.contains(word) && !SOURCES.contains(word)) {
                throw refusedAt(at, "不允许的函数 " + word, "function " + word + " is not allowed");
            }
        } else if (word.equals(ROW) ? !sign(at + 1, ".") : !introduced.contains(word)) {
            throw refusedAt(at, "不认识的名称 " + word, "unknown name " + word);
        }
    }

    /** The word after a dot: a column of {@code s}, or a name of the text's own. */
    private void column(int at, String word) {
        boolean known = tokens.get(at - 2).word(ROW) ? columns.contains(word) : introduced.contains(word);
        if (!known || sign(at + 1, ".") || sign(at + 1, "(")) {
            throw refusedAt(at, "没有列 " + word, "there is no column " + word);
        }
    }

    /** What a FROM or JOIN reads: parentheses, a listed function, or a common table expression of the text. */
    private void source(int at, String keyword) {
        if (!keyword.equals("from") && !keyword.equals("join")) {
            return;
        }
        String named = is(at + 1, Kind.WORD) ? tokens.get(at + 1).text() : "";
        boolean call = sign(at + 2, "(");
        boolean own = common.contains(named) && !call && !sign(at + 2, ".");
        if (!sign(at + 1, "(") && !own && !(SOURCES.contains(named) && call)) {
            throw refusedAt(at, "不允许的数据来源", "a source that is not allowed");
        }
    }

    private boolean keyword(int at) {
        return KEYWORDS.contains(tokens.get(at).text()) && !sign(at - 1, ".");
    }

    private boolean is(int at, Kind kind) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private boolean sign(int at, String sign) {
        return at >= 0 && at < tokens.size() && tokens.get(at).sign(sign);
    }

    private RefusedException refusedAt(int at, String zh, String en) {
        int within = Math.clamp(at, 0, tokens.size() - 1);
        return refused(tokens.get(within).at(), zh, en);
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }
}
