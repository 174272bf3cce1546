package cn.gongshu.query.serving;

import org.junit.jupiter.api.Test;

import java.util.List;

import static cn.gongshu.query.serving.ServingDatabase.P37;
import static org.assertj.core.api.Assertions.assertThat;

class ServingStatementsTest {

    private static final LookupShape SHAPE =
            new LookupShape(P37, List.of(LookupShape.Answer.column("n")), LookupShape.Consent.notNeeded());

    private final ServingStatements statements = new ServingStatements();

    private static final LookupShape OTHER =
            new LookupShape(P37, List.of(LookupShape.Answer.column("m")), LookupShape.Consent.notNeeded());

    @Test
    void nothingIsKnownBeforeTheFirstGenerationIsLearnt() {
        assertThat(statements.current(SHAPE)).isEmpty();
        assertThat(statements.at(SHAPE, 4).sql()).contains("serving.\"P37_4\"");
        assertThat(statements.current(SHAPE)).contains(statements.at(SHAPE, 4));
    }

    @Test
    void lateNewsOfAnOlderGenerationChangesNothing() {
        statements.at(SHAPE, 6);
        assertThat(statements.at(SHAPE, 5).generation()).isEqualTo(6);
        assertThat(statements.at(SHAPE, 7).generation()).isEqualTo(7);
    }

    @Test
    void aCallNeverGetsAStatementOfAnotherShapeThanItsOwn() {
        statements.at(SHAPE, 6);
        assertThat(statements.current(OTHER)).isEmpty();
        assertThat(statements.at(OTHER, 6).sql()).contains("\"m\"");
        assertThat(statements.current(SHAPE)).isEmpty();
        assertThat(statements.at(SHAPE, 5).sql()).contains("\"n\"");
        assertThat(ServingStatements.stale("42P01")).isTrue();
        assertThat(ServingStatements.stale("57P01")).isFalse();
        assertThat(ServingStatements.stale(null)).isFalse();
    }
}
