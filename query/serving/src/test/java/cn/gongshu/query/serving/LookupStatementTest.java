package cn.gongshu.query.serving;

import cn.gongshu.kernel.ItemId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static cn.gongshu.query.serving.ServingDatabase.P37;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The numbered form, sent by the client that the product door uses. */
class LookupStatementTest {

    private static final String WITH_TWO_MONTHS = "341599199001010012";
    private static final String WITH_NONE = "341599199001020013";
    private static final String STRANGER = "341599199001030014";

    private static final LookupShape SHAPE = new LookupShape(
            P37,
            List.of(new LookupShape.Answer("missing", """
                            CASE WHEN s.subject IS NOT NULL THEN
                            ARRAY(SELECT m FROM unnest(s.months) m WHERE m BETWEEN :since::int AND :until::int) END"""), LookupShape.Answer.column("fresh")),
            new LookupShape.Consent(
                    "SELECT id, until_day FROM consent WHERE subject_lookup = :lookup AND recipient = :recipient"
                            + " AND product = :product AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 1",
                    List.of("id", "until_day")));

    private ServingDatabase database;
    private ServingTable table;
    private final Vertx vertx = Vertx.vertx();
    private SqlClient client;

    @BeforeEach
    void serve() throws Exception {
        database = ServingDatabase.fresh();
        database.execute("CREATE TABLE consent (id bigint PRIMARY KEY, subject_lookup bytea, recipient text,"
                + " product text, until_day date, withdrawn_at timestamptz)");
        ServingTables tables = database.tables();
        ServingBuild build = ServingDatabase.build(
                tables.nextGeneration(),
                new ServingColumn("months", ServingType.INT_ARRAY),
                new ServingColumn("fresh", ServingType.DATE));
        table = tables.build(
                        build,
                        List.of(
                                        new ServingRow(
                                                WITH_TWO_MONTHS,
                                                List.of(new int[] {202512, 202601, 202603}, ServingDatabase.AS_OF)),
                                        new ServingRow(WITH_NONE, List.of(List.of(), ServingDatabase.AS_OF)))
                                .iterator())
                .orThrow();
        tables.publish(table);
        client = PgBuilder.client()
                .connectingTo(new PgConnectOptions()
                        .setHost(database.database().host())
                        .setPort(database.database().port())
                        .setDatabase(database.database().database())
                        .setUser(database.database().user())
                        .setPassword(database.database().password())
                        .setSslMode(SslMode.DISABLE)
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        client.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void oneStatementGivesPointerRowKeyAndConsent() throws Exception {
        consent(WITH_TWO_MONTHS);
        Row row = ask(WITH_TWO_MONTHS).orElseThrow();
        assertThat(row.getLong(LookupStatement.GENERATION)).isEqualTo(table.generation());
        assertThat(row.getLocalDate(LookupStatement.AS_OF)).isEqualTo(ServingDatabase.AS_OF);
        assertThat(row.getString(LookupStatement.SNAPSHOTS)).isEqualTo("{\"C07-01\": \"9223372036854775807\"}");
        assertThat(row.getBoolean(LookupStatement.FOUND)).isTrue();
        assertThat(row.getBuffer(LookupStatement.SUBJECT_KEY).getBytes())
                .isEqualTo(database.keys().find("PERSON", WITH_TWO_MONTHS).orElseThrow());
        assertThat(row.getArrayOfIntegers(LookupStatement.FIRST_ANSWER)).containsExactly(202601, 202603);
        assertThat(row.getLocalDate(LookupStatement.FIRST_ANSWER + 1)).isEqualTo(ServingDatabase.AS_OF);
        assertThat(row.getLong(statement().firstConsent())).isEqualTo(1);
        assertThat(row.size()).isEqualTo(statement().firstConsent() + 2);
    }

    @Test
    void aWithdrawalIsSeenByTheNextCall() throws Exception {
        consent(WITH_NONE);
        assertThat(ask(WITH_NONE).orElseThrow().getLong(statement().firstConsent()))
                .isEqualTo(1);
        database.execute("UPDATE consent SET withdrawn_at = now()");
        Row after = ask(WITH_NONE).orElseThrow();
        assertThat(after.getLong(statement().firstConsent())).isNull();
        assertThat(after.getArrayOfIntegers(LookupStatement.FIRST_ANSWER)).isEmpty();
    }

    @Test
    void aStrangerHasNoRowNoKeyAndNullAnswers() {
        Row row = ask(STRANGER).orElseThrow();
        assertThat(row.getBoolean(LookupStatement.FOUND)).isFalse();
        assertThat(row.getValue(LookupStatement.SUBJECT_KEY)).isNull();
        assertThat(row.getValue(LookupStatement.FIRST_ANSWER)).isNull();
    }

    @Test
    void aProductThatIsNotServedGivesNoRow() {
        database.tables().drop(P37);
        assertThatThrownBy(() -> ask(WITH_NONE)).hasMessageContaining("does not exist");
        assertThat(client.preparedQuery(ServingStatements.POINTER)
                        .execute(Tuple.of("P37"))
                        .await()
                        .size())
                .isZero();
    }

    @Test
    void parametersAreNumberedOnceAndJdbcRepeatsThem() {
        assertThat(statement().parameters())
                .containsExactly("product", "subject", "lookup", "since", "until", "recipient");
        assertThat(statement().jdbcParameters())
                .containsExactly("since", "until", "subject", "lookup", "lookup", "recipient", "product", "product");
        assertThat(statement().sql()).contains("s.subject = $2").doesNotContain("?");
        assertThat(statement().jdbcSql().chars().filter(c -> c == '?').count()).isEqualTo(8);
    }

    @Test
    void theInventoryListsEveryCopy() {
        ServingTables tables = database.tables();
        ServingTable next = database.publishNumbers(5, 1);
        List<ServingCopy> copies = new ServingInventory(database.source()).copies();
        assertThat(copies).extracting(ServingCopy::generation).containsExactly(table.generation(), next.generation());
        assertThat(copies).extracting(ServingCopy::served).containsExactly(false, true);
        assertThat(copies.getLast()).satisfies(copy -> {
            assertThat(copy.rows()).isEqualTo(5);
            assertThat(copy.bytes()).isPositive();
            assertThat(copy.items()).isEqualTo(Map.of(new ItemId("C07-01"), Long.MAX_VALUE));
            assertThat(copy.since()).isEqualTo(ServingDatabase.NOW);
        });
        tables.dropOld(P37);
        assertThat(new ServingInventory(database.source()).copies()).hasSize(1);
    }

    private LookupStatement statement() {
        return LookupStatement.of(SHAPE, table.generation());
    }

    private Optional<Row> ask(String subject) {
        Tuple parameters = Tuple.of(
                "P37", subject, Buffer.buffer(database.keys().lookup("PERSON", subject)), 202601, 202612, "agency");
        return client.preparedQuery(statement().sql()).execute(parameters).await().stream()
                .findFirst();
    }

    private void consent(String subject) throws Exception {
        String lookup = java.util.HexFormat.of().formatHex(database.keys().lookup("PERSON", subject));
        database.execute("INSERT INTO consent VALUES (1, '\\x" + lookup + "', 'agency', 'P37', '2027-01-01', NULL)");
    }
}
