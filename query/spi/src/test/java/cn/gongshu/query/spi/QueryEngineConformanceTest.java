package cn.gongshu.query.spi;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every engine must do with the same files. Each engine's module extends it. */
public abstract class QueryEngineConformanceTest {

    protected static final Limits AMPLE = new Limits(100_000, 10_000_000, Duration.ofSeconds(60));

    private static final List<Column> ALL_TYPES = List.of(
            Column.required(1, "id", Scalar.LONG),
            Column.optional(2, "name", Scalar.TEXT),
            Column.optional(3, "age", Scalar.INTEGER),
            Column.optional(4, "amount", new Decimal(12, 2)),
            Column.optional(5, "born", Scalar.DATE),
            Column.optional(6, "seen", Scalar.TIMESTAMP),
            Column.optional(7, "insured", Scalar.BOOLEAN),
            Column.optional(8, "ratio", Scalar.DOUBLE));

    private static final Row FULL = Row.of(
            1L,
            "六安'市\"; --",
            42,
            new BigDecimal("1234.50"),
            LocalDate.of(1949, 10, 1),
            LocalDateTime.of(2026, 2, 28, 23, 59, 59, 123_456_000),
            true,
            0.1);
    private static final Row EMPTY = Row.of(2L, null, null, null, null, null, null, null);

    @TempDir
    protected Path folder;

    private QueryEngine engine;
    private TableWriter writer;
    private int written;

    /** The engine under test, allowed to read the folder. */
    protected abstract QueryEngine engine(Path warehouse);

    /** Whatever writes the files the engine reads. */
    protected abstract TableWriter writer(Path warehouse);

    /** A SELECT in the engine's dialect that would run for minutes and can be stopped. */
    protected abstract String endless();

    @BeforeEach
    void open() throws IOException {
        Path warehouse = Files.createDirectory(folder.resolve("warehouse"));
        engine = engine(warehouse);
        writer = writer(warehouse);
    }

    @AfterEach
    void close() {
        engine.close();
        writer.close();
    }

    @Test
    void every_type_comes_back_as_it_was_written_and_null_as_null() {
        LakeTable table = table("T", ALL_TYPES, FULL, EMPTY);
        assertThat(rows("SELECT * FROM T ORDER BY id", table)).containsExactly(FULL, EMPTY);
        try (RowCursor cursor = engine.run(new EngineQuery("SELECT * FROM T", List.of(table), AMPLE))) {
            assertThat(cursor.columns())
                    .isEqualTo(ALL_TYPES.stream()
                            .map(c -> new ResultColumn(c.name(), c.type()))
                            .toList());
        }
    }

    @Test
    void a_list_comes_back_in_its_order_with_its_nulls() {
        LakeTable table = numbers(3);
        assertThat(rows("SELECT ARRAY_AGG(CASE WHEN n <> 1 THEN n END ORDER BY n) AS l FROM T", table))
                .containsExactly(Row.of(Arrays.asList(0L, null, 2L)));
    }

    @Test
    void a_column_is_found_by_its_id_whatever_its_name_and_a_new_one_is_null() {
        LakeTable written = table("T", ALL_TYPES, FULL);
        List<Column> renamed = List.of(
                Column.required(1, "number", Scalar.LONG),
                Column.optional(2, "full_name", Scalar.TEXT),
                Column.optional(9, "name", Scalar.TEXT));
        LakeTable table = new LakeTable("T", "lake.t", 2, renamed, written.files(), false, 1);
        assertThat(rows("SELECT number, full_name, name FROM T", table))
                .containsExactly(Row.of(1L, "六安'市\"; --", null));
    }

    @Test
    void a_table_never_loaded_has_its_columns_and_no_rows() {
        LakeTable table = new LakeTable("T", "lake.t", 0, ALL_TYPES, List.of(), false, 0);
        assertThat(rows("SELECT id, name, amount FROM T", table)).isEmpty();
        assertThat(rows("SELECT COUNT(*) AS n FROM T", table)).containsExactly(Row.of(0L));
    }

    @Test
    void rows_of_all_files_are_read_once() {
        LakeTable first = numbers(10);
        LakeTable second = numbers(5);
        List<Path> files = new ArrayList<>(first.files());
        files.addAll(second.files());
        LakeTable both = new LakeTable("T", "lake.t", 1, first.columns(), files, false, 15);
        assertThat(rows("SELECT COUNT(*) AS c FROM T", both)).containsExactly(Row.of(15L));
    }

    @Test
    void a_table_handed_over_joins_one_of_the_lake() {
        InlineTable picked = new InlineTable(
                "picked", List.of(Column.required(1, "n", Scalar.LONG)), List.of(Row.of(3L), Row.of(99L)));
        assertThat(rows("SELECT T.n FROM T WHERE T.n IN (SELECT n FROM picked)", numbers(10), picked))
                .containsExactly(Row.of(3L));
    }

    @Test
    void a_table_with_row_deletes_is_refused_by_an_engine_that_cannot_apply_them() {
        LakeTable whole = numbers(3);
        LakeTable deleted = new LakeTable("T", "lake.t", 1, whole.columns(), whole.files(), true, 3);
        if (!engine.capabilities().appliesDeletes()) {
            assertFault(ErrorCode.LAKE_UNREADABLE, "SELECT COUNT(*) AS c FROM T", AMPLE, deleted);
        }
    }

    @Test
    void a_table_whose_file_is_gone_or_broken_is_not_read_in_part() throws IOException {
        LakeTable whole = numbers(3);
        LakeTable other = numbers(3);
        List<Path> files = List.of(whole.files().getFirst(), other.files().getFirst());
        LakeTable both = new LakeTable("T", "lake.t", 1, whole.columns(), files, false, 6);
        Files.writeString(other.files().getFirst(), "not a data file");
        assertFault(ErrorCode.LAKE_UNREADABLE, "SELECT COUNT(*) AS c FROM T", AMPLE, both);
        Files.delete(other.files().getFirst());
        assertFault(ErrorCode.LAKE_UNREADABLE, "SELECT COUNT(*) AS c FROM T", AMPLE, both);
    }

    @Test
    void a_result_at_its_limit_of_rows_is_given_and_one_row_more_is_not() {
        LakeTable table = numbers(11);
        Limits ten = new Limits(10, 10_000, Duration.ofSeconds(60));
        assertThat(rows("SELECT n FROM T WHERE n < 10", ten, table)).hasSize(10);
        assertFault(ErrorCode.QUERY_LIMIT, "SELECT n FROM T", ten, table);
    }

    @Test
    void a_result_at_its_limit_of_bytes_is_given_and_one_value_more_is_not() {
        LakeTable table = numbers(11);
        Limits eighty = new Limits(100, 80, Duration.ofSeconds(60));
        assertThat(rows("SELECT n FROM T WHERE n < 10", eighty, table)).hasSize(10);
        assertFault(ErrorCode.QUERY_LIMIT, "SELECT n FROM T", eighty, table);
    }

    @Test
    void a_run_over_its_time_is_stopped() {
        Limits brief = new Limits(100, 10_000, Duration.ofMillis(300));
        assertFault(ErrorCode.QUERY_LIMIT, endless(), brief);
    }

    @Test
    void a_cancelled_run_gives_no_more_rows_and_its_place_is_free_again() throws InterruptedException {
        for (int i = 0; i <= engine.capabilities().concurrentRuns(); i++) {
            try (RowCursor cursor = engine.run(new EngineQuery(endless(), List.of(), AMPLE))) {
                Thread canceller = Thread.ofVirtual().start(cursor::cancel);
                assertThatThrownBy(cursor::next)
                        .isInstanceOfSatisfying(
                                Fault.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.QUERY_STOPPED));
                canceller.join();
            }
        }
    }

    @Test
    void more_runs_than_places_wait_and_are_then_refused() {
        List<RowCursor> cursors = new ArrayList<>();
        LakeTable table = numbers(1);
        EngineQuery query = new EngineQuery("SELECT n FROM T", List.of(table), AMPLE);
        try {
            for (int i = 0; i < engine.capabilities().concurrentRuns(); i++) {
                cursors.add(engine.run(query));
            }
            assertFault(ErrorCode.OVERLOADED, query.sql(), AMPLE, table);
        } finally {
            cursors.forEach(RowCursor::close);
        }
        assertThat(rows("SELECT n FROM T", table)).hasSize(1);
    }

    @Test
    void a_table_bound_for_one_run_is_not_seen_by_another() {
        assertThat(rows("SELECT COUNT(*) AS c FROM T", numbers(3))).containsExactly(Row.of(3L));
        assertFault(ErrorCode.INTERNAL, "SELECT COUNT(*) AS c FROM T", AMPLE);
    }

    @Test
    void what_an_engine_says_about_a_value_goes_no_further() {
        LakeTable table = table("T", ALL_TYPES, Row.of(1L, "secret-341599", null, null, null, null, null, null));
        assertThatThrownBy(() -> rows("SELECT CAST(name AS INTEGER) AS i FROM T", table))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ErrorCode.INTERNAL);
                    assertThat(fault).hasNoCause();
                    assertThat(fault.getMessage()).doesNotContain("secret", "341599", "parquet", "name");
                });
    }

    private void assertFault(ErrorCode code, String sql, Limits limits, TableBinding... tables) {
        assertThatThrownBy(() -> rows(sql, limits, tables)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
            assertThat(fault.getMessage()).doesNotContain(folder.toString());
        });
    }

    private List<Row> rows(String sql, TableBinding... tables) {
        return rows(sql, AMPLE, tables);
    }

    private List<Row> rows(String sql, Limits limits, TableBinding... tables) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = engine.run(new EngineQuery(sql, List.of(tables), limits))) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            assertThat(cursor.next()).isNull();
        }
        return rows;
    }

    private LakeTable numbers(int count) {
        Row[] rows = LongStream.range(0, count).mapToObj(n -> Row.of(n)).toArray(Row[]::new);
        return table("T", List.of(Column.required(1, "n", Scalar.LONG)), rows);
    }

    private LakeTable table(String name, List<Column> columns, Row... rows) {
        WriteOrder order = new WriteOrder(folder.resolve("warehouse"), "part-" + written++, columns, 1_000_000);
        List<WrittenFile> files =
                writer.write(order, Arrays.asList(rows).iterator()).orThrow();
        return new LakeTable(
                name,
                "lake.t",
                1,
                columns,
                files.stream().map(WrittenFile::path).toList(),
                false,
                rows.length);
    }
}
