package cn.gongshu.query.serving;

import cn.gongshu.kernel.ProductCode;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What one product's lookup reads. The SQL in it is the platform's own (consent) or a definition's answer, which
 * {@link AnswerSql} and {@link LookupCheck} let pass; never a caller's. Parameters are written {@code :name}.
 *
 * @param product the product
 * @param answers expressions over the row {@code s}, such as {@code s.months}; all null when the subject has no row
 * @param consent how consent is read beside the row
 */
public record LookupShape(ProductCode product, List<Answer> answers, Consent consent) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public LookupShape {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a lookup answers something");
        }
    }

    /**
     * One value of the answer.
     *
     * @param name its name in the result
     * @param expression SQL over the serving row, aliased s
     */
    public record Answer(String name, String expression) {
        public Answer {
            check(name);
            SqlParameters.replace(expression, ignored -> "");
        }

        /** The column itself. */
        public static Answer column(String column) {
            return new Answer(column, "s.\"" + column + "\"");
        }
    }

    /**
     * A query over the platform's tables that gives at most one row, or none for no consent.
     *
     * @param sql a SELECT; may use :product, :subject and :lookup (the subject's HMAC) and parameters of its own
     * @param columns the columns it gives, in order
     */
    public record Consent(String sql, List<String> columns) {
        public Consent {
            columns = List.copyOf(columns);
            columns.forEach(LookupShape::check);
            SqlParameters.replace(sql, ignored -> "");
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("consent has at least one column to tell it from none");
            }
        }

        /** For products about nobody's consent: one column, always true. */
        public static Consent notNeeded() {
            return new Consent("SELECT true AS not_needed", List.of("not_needed"));
        }
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a column name: " + name);
        }
    }
}
