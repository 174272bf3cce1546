package cn.gongshu.query.serving;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import javax.sql.DataSource;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the database about a lookup before it is ever sent: whether it takes the statement, and which relations it would
 * read. Nothing is run and no row is read.
 */
public final class LookupCheck {

    private static final String TAKEN = """
            SELECT name FROM unnest(?::text[]) AS name
             WHERE to_regclass(quote_ident(name)) IS NOT NULL OR to_regnamespace(quote_ident(name)) IS NOT NULL
             ORDER BY name LIMIT 1
            """;

    private static final String DESCRIBED = """
            SELECT result_types::text[], parameter_types::text[] FROM pg_prepared_statements
             WHERE name = 'gongshu_lookup'
            """;

    /** In a plan's JSON a key stands on a line of its own; within a value its quotation marks would be escaped. */
    private static final Pattern RELATION = Pattern.compile(
            "^\\s*\"Relation Name\": \"((?:[^\"\\\\]|\\\\.)*)\",?\\s*\\n\\s*\"Schema\": \"((?:[^\"\\\\]|\\\\.)*)\"",
            Pattern.MULTILINE);

    /** SQL states that say something about the text: syntax and names, values, limits, features, cardinality. */
    private static final Set<String> OF_THE_TEXT = Set.of("42", "22", "54", "0A", "21");

    private final Database database;

    public LookupCheck(DataSource source) {
        this.database = new Database(source);
    }

    /**
     * What the database makes of a lookup.
     *
     * @param answerTypes SQL types of the answers, in order
     * @param parameterTypes SQL type of each parameter by its name
     * @param relations the relations it reads, each with its schema
     */
    public record Prepared(List<String> answerTypes, Map<String, String> parameterTypes, Set<String> relations) {
        public Prepared {
            answerTypes = List.copyOf(answerTypes);
            parameterTypes = Map.copyOf(parameterTypes);
            relations = Set.copyOf(relations);
        }
    }

    /** The answer again, unless a name it introduces is that of a relation or schema, or of a column beside the row. */
    public Outcome<AnswerSql> names(AnswerSql answer, LookupShape.Consent consent) {
        List<String> names = new ArrayList<>(answer.introduced());
        names.add("s");
        Optional<String> taken =
                names.stream().filter(consent.columns()::contains).findFirst().or(() -> relation(names));
        return taken.isEmpty()
                ? Outcome.done(answer)
                : refused("不能以 " + taken.get() + " 为名", taken.get() + " may not be introduced as a name");
    }

    private Optional<String> relation(List<String> names) {
        return database.each("names could not be looked up", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
                statement.setArray(1, connection.createArrayOf("text", names.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Prepares the lookup on one generation's table, or refuses it as QUERY_REFUSED with the database's own words. */
    public Outcome<Prepared> prepare(LookupShape shape, long generation) {
        LookupStatement lookup = LookupStatement.of(shape, generation);
        return database.each("a lookup could not be prepared", connection -> {
            try (Statement statement = connection.createStatement()) {
                return prepared(statement, lookup, shape.answers().size());
            } catch (SQLException failed) {
                String state = Objects.requireNonNullElse(failed.getSQLState(), "");
                if (state.length() == 5 && OF_THE_TEXT.contains(state.substring(0, 2))) {
                    String words = "PostgreSQL: " + message(failed) + " (" + state + ")";
                    return refused(words, words);
                }
                throw failed;
            }
        });
    }

    private static Outcome<Prepared> prepared(Statement statement, LookupStatement lookup, int answers)
            throws SQLException {
        statement.execute("PREPARE gongshu_lookup AS " + lookup.sql());
        try {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            return Outcome.done(described(statement, lookup, answers));
        } finally {
            statement.execute("RESET plan_cache_mode");
            statement.execute("DEALLOCATE gongshu_lookup");
        }
    }

    private static Prepared described(Statement statement, LookupStatement lookup, int answers) throws SQLException {
        List<String> results;
        Map<String, String> parameters = new HashMap<>();
        try (ResultSet row = statement.executeQuery(DESCRIBED)) {
            row.next();
            results = texts(row.getArray(1));
            List<String> types = texts(row.getArray(2));
            for (int i = 0; i < types.size(); i++) {
                parameters.put(lookup.parameters().get(i), types.get(i));
            }
        }
        int first = LookupStatement.FIRST_ANSWER;
        return new Prepared(results.subList(first, first + answers), parameters, relations(statement, lookup));
    }

    private static Set<String> relations(Statement statement, LookupStatement lookup) throws SQLException {
        Set<String> relations = new HashSet<>();
        // The generic plan: one for given values could leave a table out because of them.
        String values =
                String.join(", ", Collections.nCopies(lookup.parameters().size(), "NULL"));
        try (ResultSet plan =
                statement.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE gongshu_lookup (" + values + ")")) {
            while (plan.next()) {
                Matcher matcher = RELATION.matcher(plan.getString(1));
                while (matcher.find()) {
                    relations.add(matcher.group(2) + "." + matcher.group(1));
                }
            }
        }
        return relations;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String message(SQLException failed) {
        ServerErrorMessage server = failed instanceof PSQLException said ? said.getServerErrorMessage() : null;
        return server == null ? "" : Objects.requireNonNullElse(server.getMessage(), "");
    }

    private static <T> Outcome<T> refused(String zh, String en) {
        return Outcome.refused(Refusal.of(ErrorCode.QUERY_REFUSED, Map.of("reason", "答复表达式：" + zh, "reason@en", en)));
    }
}
