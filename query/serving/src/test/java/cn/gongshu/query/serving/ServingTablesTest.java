package cn.gongshu.query.serving;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServingTablesTest {

    private static final ServingColumn N = new ServingColumn("n", ServingType.INT);
    private static final List<ServingColumn> EVERY_TYPE = Arrays.stream(ServingType.values())
            .map(type -> new ServingColumn("a_" + type.sql().replace("[]", "_list"), type))
            .toList();

    private ServingDatabase database;
    private ServingTables tables;

    @BeforeEach
    void fresh() throws Exception {
        database = ServingDatabase.fresh();
        tables = database.tables();
    }

    @Test
    void everyTypeIsKeptExactly() throws Exception {
        publish(
                EVERY_TYPE,
                new ServingRow(
                        "341599199001010012",
                        List.of(
                                "六安 \\N \t\n'\"",
                                Integer.MIN_VALUE,
                                Long.MAX_VALUE,
                                LocalDate.of(1949, 10, 1),
                                new int[] {202601, -1},
                                List.of("中断", "", "NULL", "{a,b}"))),
                new ServingRow("empty", List.of("", 0, 0L, LocalDate.of(2000, 1, 1), List.of(), new String[0])),
                new ServingRow("none", Arrays.asList(null, null, null, null, null, null)));

        assertThat(database.column("SELECT to_jsonb(s)::text FROM serving.\"P37_1\" s ORDER BY subject"))
                .containsExactly("""
                        {"a_date": "1949-10-01", "a_text": "六安 \\\\N \\t\\n'\\"", "subject": "341599199001010012", \
                        "a_bigint": 9223372036854775807, "a_integer": -2147483648, "a_text_list": ["中断", "", "NULL", \
                        "{a,b}"], "a_integer_list": [202601, -1]}""", """
                        {"a_date": "2000-01-01", "a_text": "", "subject": "empty", "a_bigint": 0, "a_integer": 0, \
                        "a_text_list": [], "a_integer_list": []}""", """
                        {"a_date": null, "a_text": null, "subject": "none", "a_bigint": null, "a_integer": null, \
                        "a_text_list": null, "a_integer_list": null}""");
    }

    @Test
    void whatIsServedIsKnownWithItsSnapshotsAndColumns() {
        ServingTable published = publish(EVERY_TYPE, new ServingRow("none", Arrays.asList(new Object[6])));
        assertThat(tables.current(ServingDatabase.P37)).contains(published);
        assertThat(published.rows()).isEqualTo(1);
        assertThat(published.builtAt()).isEqualTo(ServingDatabase.NOW);
    }

    @Test
    void anEmptyProductIsServedAsSuch() {
        assertThat(publish(List.of(N)).rows()).isZero();
    }

    @Test
    void twoRowsAboutOneSubjectAreRefusedAndNothingStays() throws Exception {
        Outcome<ServingTable> built = tables.build(
                ServingDatabase.build(1, N),
                List.of(new ServingRow("a", List.of(1)), new ServingRow("a", List.of(2)))
                        .iterator());
        assertRefused(built, "more than one row");
    }

    @Test
    void aRowWithoutSubjectIsRefused() throws Exception {
        assertRefused(
                tables.build(
                        ServingDatabase.build(1, N),
                        List.of(new ServingRow("", List.of(1))).iterator()),
                "names no subject");
    }

    @Test
    void limitsHoldAtTheirEdge() throws Exception {
        ServingColumn text = new ServingColumn("t", ServingType.TEXT);
        // 2 bytes for the number of fields, 4 + 1 for the subject, 4 + 13 for the text.
        ServingTables small = database.tables(new ServingLimits(2, 24));
        List<ServingRow> fits = List.of(new ServingRow("a", List.of("x".repeat(13))), new ServingRow("b", List.of("")));
        List<ServingRow> wide = List.of(new ServingRow("a", List.of("x".repeat(14))));
        assertRefused(small.build(ServingDatabase.build(1, text), wide.iterator()), "larger than the limit");
        assertRefused(
                small.build(
                        ServingDatabase.build(1, text),
                        Stream.concat(fits.stream(), Stream.of(new ServingRow("c", List.of(""))))
                                .iterator()),
                "more rows than the limit");
        assertThat(small.build(ServingDatabase.build(1, text), fits.iterator())).isInstanceOf(Outcome.Done.class);
    }

    private void assertRefused(Outcome<ServingTable> built, String why) throws Exception {
        assertThat(built).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(ErrorCode.QUERY_REFUSED);
            assertThat(refused.refusal().details().get("reason")).asString().contains(why);
        });
        assertThat(database.tableNames()).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeOrNumberIsAFaultOfTheCaller() throws Exception {
        assertThatThrownBy(() -> publish(List.of(N), new ServingRow("a", List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column n is INT");
        assertThatThrownBy(() -> publish(List.of(N), new ServingRow("a", List.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values for 1 columns");
        assertThat(database.tableNames()).isEmpty();
    }

    @Test
    void aSourceThatFailsHalfWayLeavesTheOldTableServed() throws Exception {
        ServingTable old = database.publishNumbers(10, 1);
        assertThatThrownBy(() -> publish(List.of(N), failingAfter(50_000, () -> {
                    throw new IllegalStateException("lake gone");
                })))
                .hasMessage("lake gone");
        assertOnly(old);
    }

    @Test
    void aBuildWhoseConnectionIsKilledHalfWayLeavesTheOldTableServed() throws Exception {
        ServingTable old = database.publishNumbers(10, 1);
        assertThatThrownBy(() -> publish(List.of(N), failingAfter(50_000, this::killBuilders)))
                .isInstanceOf(Fault.class);
        assertOnly(old);
        assertThat(database.publishNumbers(10, 2).generation()).isGreaterThan(old.generation());
    }

    private void killBuilders() {
        try {
            database.column("SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'COPY %'");
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void assertOnly(ServingTable table) throws Exception {
        assertThat(tables.current(ServingDatabase.P37)).contains(table);
        assertThat(database.tableNames()).containsExactly(table.tableName());
        assertThat(database.column("SELECT count(*) FROM serving.\"" + table.tableName() + "\""))
                .containsExactly("10");
    }

    private static Iterator<ServingRow> failingAfter(int rows, Runnable failure) {
        return IntStream.rangeClosed(0, 2 * rows)
                .mapToObj(i -> {
                    if (i == rows) {
                        failure.run();
                    }
                    return new ServingRow("s" + i, List.of(i));
                })
                .iterator();
    }

    @Test
    void anOlderBuildThatEndsLaterDoesNotReplaceTheNewer() {
        long older = tables.nextGeneration();
        ServingTable newer = database.publishNumbers(3, 2);
        ServingTable late = tables.build(ServingDatabase.build(older, N), ServingDatabase.numbers(3, 1))
                .orThrow();
        assertThat(tables.publish(late)).isFalse();
        assertThat(tables.current(ServingDatabase.P37)).contains(newer);
        assertThat(tables.dropOld(ServingDatabase.P37)).isEqualTo(1);
    }

    @Test
    void oldTablesAreDroppedButNoneThatIsReadOrNotYetServed() throws Exception {
        database.publishNumbers(3, 1);
        ServingTable served = database.publishNumbers(3, 2);
        ServingTable waiting = tables.build(
                        ServingDatabase.build(tables.nextGeneration(), N), ServingDatabase.numbers(3, 3))
                .orThrow();
        try (Connection reader = database.source().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM serving.\"P37_1\"").close();
            assertThat(tables.dropOld(ServingDatabase.P37)).isZero();
            reader.rollback();
        }
        assertThat(tables.dropOld(ServingDatabase.P37)).isEqualTo(1);
        assertThat(database.tableNames()).containsExactly(served.tableName(), waiting.tableName());
    }

    @Test
    void droppedAndRebuiltTheRowsAreTheSame() throws Exception {
        ServingTable first = database.publishNumbers(1_000, 7);
        List<String> before = database.column("SELECT t::text FROM serving.\"" + first.tableName() + "\" t ORDER BY 1");
        tables.drop(ServingDatabase.P37);
        assertThat(tables.current(ServingDatabase.P37)).isEmpty();
        assertThat(database.tableNames()).isEmpty();

        ServingTable second = database.publishNumbers(1_000, 7);
        assertThat(second.generation()).isGreaterThan(first.generation());
        assertThat(database.column("SELECT t::text FROM serving.\"" + second.tableName() + "\" t ORDER BY 1"))
                .isEqualTo(before);
    }

    @Test
    void productsWhoseCodesBeginAlikeKeepTheirTables() throws Exception {
        ServingTable served = database.publishNumbers(1, 1);
        database.execute("CREATE TABLE serving.\"P37_1_2\" (n int); CREATE TABLE serving.\"P37_old\" (n int)");
        tables.drop(ServingDatabase.P37);
        assertThat(served.tableName()).isEqualTo("P37_1");
        assertThat(database.tableNames()).containsExactly("P37_1_2", "P37_old");
    }

    private ServingTable publish(List<ServingColumn> columns, ServingRow... rows) {
        return publish(columns, List.of(rows).iterator());
    }

    private ServingTable publish(List<ServingColumn> columns, Iterator<ServingRow> rows) {
        ServingBuild build = ServingDatabase.build(tables.nextGeneration(), columns.toArray(ServingColumn[]::new));
        ServingTable built = tables.build(build, rows).orThrow();
        assertThat(tables.publish(built)).isTrue();
        return built;
    }
}
