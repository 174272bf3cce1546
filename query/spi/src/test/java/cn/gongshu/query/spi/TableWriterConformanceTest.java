package cn.gongshu.query.spi;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every writer of data files must do. */
public abstract class TableWriterConformanceTest {

    private static final List<Column> COLUMNS = List.of(
            Column.required(1, "id", Scalar.LONG),
            Column.optional(2, "name", Scalar.TEXT),
            Column.optional(3, "amount", new Decimal(6, 2)),
            Column.optional(4, "day", Scalar.DATE),
            Column.optional(5, "at", Scalar.TIMESTAMP),
            Column.optional(6, "age", Scalar.INTEGER),
            Column.optional(7, "ratio", Scalar.DOUBLE));

    @TempDir
    protected Path folder;

    private TableWriter writer;

    protected abstract TableWriter writer(Path warehouse);

    @BeforeEach
    void open() {
        writer = writer(folder);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void rows_are_split_into_files_of_the_size_asked_for() throws IOException {
        List<WrittenFile> files = written(3, IntStream.range(0, 7).mapToObj(TableWriterConformanceTest::row));
        assertThat(files).extracting(WrittenFile::rows).containsExactly(3L, 3L, 1L);
        assertThat(files)
                .extracting(f -> f.path().getFileName().toString())
                .containsExactly("load-00000.parquet", "load-00001.parquet", "load-00002.parquet");
        for (WrittenFile file : files) {
            assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
        }
    }

    @Test
    void no_rows_make_no_file() {
        assertThat(written(3, Stream.of())).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_figures_of_each_column_hold() {
        WrittenFile file = written(100, Stream.of(row(5), row(-7), nulls(9))).getFirst();
        assertThat(file.columns().keySet()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
        assertBounds(file, 1, 0, -7L, 9L);
        assertBounds(file, 2, 1, "名-7", "名5");
        assertBounds(file, 3, 1, new BigDecimal("-7.50"), new BigDecimal("5.50"));
        assertBounds(file, 4, 1, LocalDate.of(2025, 12, 25), LocalDate.of(2026, 1, 6));
        assertBounds(
                file, 5, 1, LocalDateTime.of(2025, 12, 25, 1, 2, 3, 4000), LocalDateTime.of(2026, 1, 6, 1, 2, 3, 4000));
        assertBounds(file, 6, 1, -7, 5);
        assertThat(figures(file, 7).nulls()).isEqualTo(1);
    }

    @Test
    void a_bound_that_is_given_is_never_inside_the_values() {
        String longText = "长".repeat(3000);
        WrittenFile file = written(100, Stream.of(named(longText), named("短"), named("\u0001\t\n'")))
                .getFirst();
        Object least = figures(file, 2).least();
        Object greatest = figures(file, 2).greatest();
        assertThat(least == null || ((String) least).compareTo("\u0001\t\n'") <= 0)
                .isTrue();
        assertThat(greatest == null || ((String) greatest).compareTo(longText) >= 0)
                .isTrue();
    }

    static List<Row> misfits() {
        return List.of(
                Row.of(null, "x", null, null, null, null, null),
                Row.of(1, "x", null, null, null, null, null),
                Row.of(1L, 5, null, null, null, null, null),
                Row.of(1L, "nul\0", null, null, null, null, null),
                Row.of(1L, "x", new BigDecimal("0.001"), null, null, null, null),
                Row.of(1L, "x", new BigDecimal("10000"), null, null, null, null),
                Row.of(1L, "x", null, "2026-01-01", null, null, null),
                Row.of(1L, "x", null, null, LocalDate.of(2026, 1, 1), null, null),
                Row.of(1L, "x", null, null, null, 1L, null),
                Row.of(1L, "x", null, null, null, null, 1),
                Row.of(1L, "x"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void a_value_that_does_not_fit_refuses_all_rows_and_leaves_no_file(Row misfit) {
        Outcome<List<WrittenFile>> outcome =
                writer.write(order(2), List.of(row(1), row(2), misfit).iterator());
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.code()).isEqualTo(ErrorCode.ROW_INVALID);
            assertThat(refusal.details()).containsEntry("row", "3").containsKey("column");
        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_source_that_breaks_off_leaves_no_file() {
        Iterator<Row> broken = Stream.concat(
                        IntStream.range(0, 5).mapToObj(TableWriterConformanceTest::row), Stream.generate(() -> {
                            throw new IllegalStateException("source broke off");
                        }))
                .map(Row.class::cast)
                .iterator();
        assertThatThrownBy(() -> writer.write(order(2), broken)).hasMessage("source broke off");
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertBounds(WrittenFile file, int id, long nulls, Object least, Object greatest) {
        ColumnFigures figures = figures(file, id);
        assertThat(figures.nulls()).isEqualTo(nulls);
        assertThat(figures.values()).isEqualTo(3);
        assertThat(figures.bytes()).isPositive();
        assertThat(figures.least()).isEqualTo(least);
        assertThat(figures.greatest()).isEqualTo(greatest);
    }

    private static ColumnFigures figures(WrittenFile file, int id) {
        return Objects.requireNonNull(file.columns().get(id));
    }

    private List<WrittenFile> written(long rowsPerFile, Stream<Row> rows) {
        return writer.write(order(rowsPerFile), rows.iterator()).orThrow();
    }

    private WriteOrder order(long rowsPerFile) {
        return new WriteOrder(folder, "load", COLUMNS, rowsPerFile);
    }

    private static Row row(int n) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(n);
        return Row.of((long) n, "名" + n, new BigDecimal(n + ".5"), day, day.atTime(1, 2, 3, 4000), n, n / 3.0);
    }

    private static Row nulls(int n) {
        return Row.of((long) n, null, null, null, null, null, null);
    }

    private static Row named(String name) {
        return Row.of(1L, name, null, null, null, null, null);
    }

    @Test
    void a_row_shows_how_many_values_it_has_and_none_of_them() {
        assertThat(Arrays.asList(row(1)).toString()).doesNotContain("名");
    }
}
