package cn.gongshu.query.serving;

import org.junit.jupiter.api.Test;

import java.util.List;

import static cn.gongshu.query.serving.ServingDatabase.P37;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServingStatementsTest {

    private static final LookupShape SHAPE =
            new LookupShape(P37, List.of(LookupShape.Answer.column("n")), LookupShape.Consent.notNeeded());

    private final ServingStatements statements = new ServingStatements();

    @Test
    void nothingIsKnownBeforeTheFirstGenerationIsLearnt() {
        assertThat(statements.current(P37)).isEmpty();
        assertThatThrownBy(() -> statements.at(P37, 1)).isInstanceOf(IllegalArgumentException.class);
        statements.define(SHAPE);
        assertThat(statements.current(P37)).isEmpty();
        assertThat(statements.at(P37, 4).sql()).contains("serving.\"P37_4\"");
        assertThat(statements.current(P37)).contains(statements.at(P37, 4));
    }

    @Test
    void lateNewsOfAnOlderGenerationChangesNothing() {
        statements.define(SHAPE);
        statements.at(P37, 6);
        assertThat(statements.at(P37, 5).generation()).isEqualTo(6);
        assertThat(statements.at(P37, 7).generation()).isEqualTo(7);
    }

    @Test
    void aNewShapeForgetsTheOldStatement() {
        statements.define(SHAPE);
        statements.at(P37, 6);
        statements.define(SHAPE);
        assertThat(statements.current(P37)).isEmpty();
        assertThat(ServingStatements.stale("42P01")).isTrue();
        assertThat(ServingStatements.stale("57P01")).isFalse();
        assertThat(ServingStatements.stale(null)).isFalse();
    }
}
