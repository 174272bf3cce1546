package cn.gongshu.query.serving;

import cn.gongshu.kernel.ProductCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one statement of a call: pointer, row, subject key and consent of the same instant. It gives no row when the
 * product is not served at all, else exactly one, with these columns from {@code 0}: {@value #GENERATION} generation
 * bigint, {@value #AS_OF} as_of date, {@value #SNAPSHOTS} snapshots text (JSON, item to snapshot), {@value #FOUND} found
 * boolean, {@value #SUBJECT_KEY} subject_key bytea or null, {@value #FIRST_ANSWER} the answers, then the consent's
 * columns from {@link #firstConsent} (all null without one).
 *
 * <p>When generation is not {@link #generation}, row and answers are another table's and mean nothing: take
 * {@link ServingStatements#at} and ask again.
 *
 * @param product the product
 * @param generation the table it was made for
 * @param sql with {@code $1…} for the numbered parameters
 * @param parameters their names in that order, each once: product, subject, lookup, then those of the shape
 * @param jdbcSql the same with {@code ?}
 * @param jdbcParameters names by occurrence, repeated where a parameter is used twice
 * @param firstConsent position of the first consent column
 */
public record LookupStatement(
        ProductCode product,
        long generation,
        String sql,
        List<String> parameters,
        String jdbcSql,
        List<String> jdbcParameters,
        int firstConsent) {

    public static final int GENERATION = 0;
    public static final int AS_OF = 1;
    public static final int SNAPSHOTS = 2;
    public static final int FOUND = 3;
    public static final int SUBJECT_KEY = 4;
    public static final int FIRST_ANSWER = 5;

    /** Parameters every lookup has, in this order: text, text, bytea. */
    private static final List<String> COMMON = List.of("product", "subject", "lookup");

    public LookupStatement {
        parameters = List.copyOf(parameters);
        jdbcParameters = List.copyOf(jdbcParameters);
    }

    /** The statement for one generation's table. */
    public static LookupStatement of(LookupShape shape, long generation) {
        String named = named(shape, generation);
        List<String> parameters = new ArrayList<>(COMMON);
        String numbered = SqlParameters.replace(named, name -> {
            if (!parameters.contains(name)) {
                parameters.add(name);
            }
            return "$" + (parameters.indexOf(name) + 1);
        });
        List<String> occurrences = new ArrayList<>();
        String questioned = SqlParameters.replace(named, name -> {
            occurrences.add(name);
            return "?";
        });
        return new LookupStatement(
                shape.product(),
                generation,
                numbered,
                parameters,
                questioned,
                occurrences,
                FIRST_ANSWER + shape.answers().size());
    }

    private static String named(LookupShape shape, long generation) {
        String answers = shape.answers().stream()
                .map(answer -> "(" + answer.expression() + ") AS \"" + answer.name() + "\"")
                .collect(Collectors.joining(", "));
        String consents = shape.consent().columns().stream()
                .map(column -> "c.\"" + column + "\"")
                .collect(Collectors.joining(", "));
        return Stream.of(
                        "SELECT p.generation, p.as_of, p.snapshots::text AS snapshots, s.subject IS NOT NULL AS found,",
                        "k.key AS subject_key, " + answers + ", " + consents,
                        "FROM serving.pointer p",
                        "LEFT JOIN " + ServingBuild.sqlName(shape.product(), generation) + " s ON s.subject = :subject",
                        "LEFT JOIN serving.subject_key k ON k.subject_lookup = :lookup",
                        "LEFT JOIN LATERAL (" + shape.consent().sql() + ") c ON true",
                        "WHERE p.product = :product")
                .collect(Collectors.joining(" "));
    }
}
