package cn.gongshu.query.serving;

import cn.gongshu.kernel.Outcome;
import cn.gongshu.query.serving.LookupShape.Answer;
import cn.gongshu.query.serving.LookupShape.Consent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static cn.gongshu.query.serving.ServingDatabase.P37;
import static org.assertj.core.api.Assertions.assertThat;

/** What the database says of a lookup before it is ever sent. */
class LookupCheckTest {

    private ServingDatabase database;
    private LookupCheck check;
    private ServingTable table;

    @BeforeEach
    void serve() throws Exception {
        database = ServingDatabase.fresh();
        database.execute("CREATE TABLE officer (password_hash text)");
        check = new LookupCheck(database.source());
        table = database.publishNumbers(3, 1);
    }

    @Test
    void aLookupTellsItsTypesAndEveryRelationItReads() {
        Outcome<LookupCheck.Prepared> prepared = prepare("to_jsonb(s.n + :more::int)");
        assertThat(prepared.orThrow().answerTypes()).containsExactly("jsonb");
        assertThat(prepared.orThrow().parameterTypes()).containsEntry("more", "integer");
        assertThat(prepared.orThrow().relations())
                .containsExactlyInAnyOrder("serving." + table.tableName(), "serving.pointer", "serving.subject_key");
    }

    @Test
    void aRelationThatAnAnswerReadsBesideIsNamed() {
        assertThat(prepare("(SELECT to_jsonb(max(password_hash)) FROM officer)")
                        .orThrow()
                        .relations())
                .contains("public.officer");
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsRefusedInItsOwnWordsAndLeavesTheConnectionAsItWas() {
        for (String wrong : List.of("s.m", "to_jsonb(s.n", "to_jsonb(s.n) AND", "nothing(s.n)")) {
            assertThat(prepare(wrong).toString())
                    .as(wrong)
                    .contains("QUERY_REFUSED")
                    .contains("PostgreSQL");
        }
        assertThat(prepare("to_jsonb(s.n)")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aNameOfARelationOrSchemaOrConsentColumnMayNotBeIntroduced() {
        Consent consent = new Consent("SELECT true AS agreed", List.of("agreed"));
        for (String name : List.of("officer", "serving", "agreed")) {
            AnswerSql answer = AnswerSql.read(
                            "(SELECT to_jsonb(m) FROM (SELECT 1 AS m) AS " + name + ")", Set.of("n"), Set.of())
                    .orThrow();
            assertThat(check.names(answer, consent).toString()).as(name).contains("QUERY_REFUSED");
        }
        AnswerSql free = AnswerSql.read("(SELECT to_jsonb(m) FROM (SELECT 1 AS m) AS x)", Set.of("n"), Set.of())
                .orThrow();
        assertThat(check.names(free, consent)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<LookupCheck.Prepared> prepare(String answer) {
        LookupShape shape = new LookupShape(P37, List.of(new Answer("data", answer)), Consent.notNeeded());
        return check.prepare(shape, table.generation());
    }
}
