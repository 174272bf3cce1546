package cn.gongshu.query.governed;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.query.spi.Dialect;
import cn.gongshu.query.spi.EngineCapabilities;
import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.RowCursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** Attacks by text: none of them may pass, and none may reach an engine. */
class RefusedQueriesTest {

    private static final Limits LIMITS = new Limits(1, 1, Duration.ofSeconds(1));
    private final GovernedQueries queries = new GovernedQueries(new NoEngine(), LIMITS, LIMITS);

    /** One attack: the shape it claims, the rule that must refuse it, its text. */
    record Attack(String shape, String rule, String sql) {
        @Override
        public String toString() {
            return rule + " " + sql.replace('\n', ' ');
        }
    }

    /** The file has blocks: a line "shape rule", lines of SQL, a blank line. */
    static List<Attack> attacks() throws IOException {
        List<Attack> attacks = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(RefusedQueriesTest.class.getResourceAsStream("refused-queries.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("\n\n+", -1)) {
                List<String> lines =
                        block.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) {
                    String[] head = lines.getFirst().split(" ", -1);
                    attacks.add(new Attack(head[0], head[1], String.join("\n", lines.subList(1, lines.size()))));
                }
            }
        }
        return attacks;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_is_refused_by_the_rule_meant_for_it_with_words_that_mend_it(Attack attack) {
        Refusal refusal = refusal(attack.shape(), attack.sql());
        assertThat(refusal.code()).isEqualTo(ErrorCode.QUERY_REFUSED);
        assertThat(refusal.details().get("rule"))
                .as(refusal.details().get("reason"))
                .isEqualTo(attack.rule());
        String words = refusal.code().reason(Language.ZH, refusal.details());
        assertThat(words).matches("(?s).*\\p{IsHan}.*").doesNotContain("{reason}", "%s", "null", "Exception");
    }

    @Test
    void there_are_many_attacks_and_every_rule_of_the_text_is_tried() throws IOException {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(attacks())
                .extracting(Attack::rule)
                .contains(Arrays.stream(QueryRule.values())
                        .filter(rule -> rule != QueryRule.JOIN_INFLATES)
                        .filter(rule -> rule != QueryRule.TOO_LONG && rule != QueryRule.TOO_COMPLEX)
                        .filter(rule -> rule != QueryRule.TOO_MANY)
                        .map(QueryRule::name)
                        .toArray(String[]::new));
    }

    @Test
    void a_text_too_long_too_deep_or_too_wide_is_refused() {
        String base = "SELECT disease_group, COUNT(*) AS n FROM C13_04 WHERE %s GROUP BY disease_group";
        String deep = "(".repeat(500) + "visit_month = 1" + ")".repeat(500);
        String nots = "NOT ".repeat(1500) + "visit_month = 1";
        String wide = "visit_month IN (" + "1,".repeat(600) + "1)";
        assertThat(refusal("A", base.formatted("visit_month = 1 OR ".repeat(500) + "visit_month = 1"))
                        .details())
                .containsEntry("rule", "TOO_LONG");
        assertThat(refusal("A", base.formatted(deep)).details()).containsEntry("rule", "TOO_COMPLEX");
        assertThat(refusal("A", base.formatted(wide)).details()).containsEntry("rule", "TOO_MANY");
        assertThat(queries.checkAggregate(base.formatted(nots), City.TABLES, City.ALL))
                .isNotNull();
    }

    private Refusal refusal(String shape, String sql) {
        Outcome<?> outcome = shape.equals("A")
                ? queries.checkAggregate(sql, City.TABLES, City.ALL)
                : queries.checkSubjectRows(sql, shape, City.TABLES, City.ALL);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    /** No text may come this far. */
    private static final class NoEngine implements QueryEngine {
        @Override
        public EngineCapabilities capabilities() {
            return new EngineCapabilities(Dialect.DUCKDB, false, false, 1);
        }

        @Override
        public RowCursor run(EngineQuery query) {
            throw new AssertionError("a refused query reached the engine");
        }

        @Override
        public void close() {}
    }
}
