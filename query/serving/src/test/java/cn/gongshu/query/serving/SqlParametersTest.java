package cn.gongshu.query.serving;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqlParametersTest {

    @Test
    void namesAreReplacedAndQuotesAndCastsAreNot() {
        assertThat(replaced("x = :from::int AND y = ':no' AND \":no\" = 'it''s :no' AND z=:to_2-1/2"))
                .isEqualTo("x = <from>::int AND y = ':no' AND \":no\" = 'it''s :no' AND z=<to_2>-1/2");
    }

    @Test
    void whatCouldEndOrHideTheStatementIsRefused() {
        for (String attack : List.of(
                "1; DROP TABLE consent",
                "1 -- rest",
                "1 /* rest",
                "'open",
                "\"open",
                "E'\\' OR true --'",
                "$1",
                "$$text$$",
                "a ? 'b'",
                "x = : y")) {
            assertThatThrownBy(() -> replaced(attack)).as(attack).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new LookupShape.Answer("a", attack))
                    .as(attack)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesOfColumnsTablesAndAnswersCannotCarrySql() {
        for (String attack : List.of("", "subject", "a\"b", "A", "1a", "a b", "x".repeat(64))) {
            assertThatThrownBy(() -> new ServingColumn(attack, ServingType.INT))
                    .as(attack)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new LookupShape.Answer("a\"b", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LookupShape.Consent("SELECT 1", List.of("a\"b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String replaced(String sql) {
        return SqlParameters.replace(sql, name -> "<" + name + ">");
    }
}
