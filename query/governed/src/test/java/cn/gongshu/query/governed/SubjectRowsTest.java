package cn.gongshu.query.governed;

import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.ListOf;
import cn.gongshu.query.spi.ColumnType.Scalar;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectRowsTest {

    private static final Obligations NONE_LEFT_OUT = new Obligations(City.ALL, 5, Map.of());

    @TempDir
    Path folder;

    private LakeOfFiles lake;

    @BeforeEach
    void open() {
        lake = new LakeOfFiles(folder);
        lake.load(
                City.CONTRIBUTIONS,
                List.of(
                        contribution("p1", "f1", 202603, 1, "10.00"),
                        contribution("p1", "f1", 202601, 1, "30.00"),
                        contribution("p1", "f1", 202602, 0, "20.00"),
                        contribution("p1", "f1", 202601, 1, "5.00"),
                        contribution("p2", "f1", 202601, 1, "7.00"),
                        contribution("p2", null, 202602, 1, "7.00"),
                        contribution(null, "f2", 202601, 1, "1.00")));
        lake.load(
                City.INSURED,
                List.of(Row.of("p1", "f1", "ACTIVE", 202001, "甲"), Row.of("p2", "f1", "PAUSED", 202101, "乙")));
        lake.load(City.FIRMS, List.of(Row.of("f1", "厂", 100L, "OPEN", "C"), Row.of("f2", "店", 5L, "OPEN", "F")));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void each_person_has_one_row_with_lists_in_order() {
        String sql = """
                -- One row per insured person.
                SELECT d.insured_id AS subject_id,
                       MIN(i.first_month) AS first_month,
                       ARRAY_AGG(DISTINCT CASE WHEN d.paid_flag = 1 THEN d.contribution_month END) AS paid_months
                FROM C07_02 d
                JOIN C07_01 i ON d.insured_id = i.insured_id
                GROUP BY d.insured_id
                """;
        assertThat(rows(sql, "PERSON", NONE_LEFT_OUT))
                .containsExactly(
                        Row.of("p1", 202001, Arrays.asList(202601, 202603, null)),
                        Row.of("p2", 202101, List.of(202601, 202602)));
    }

    @Test
    void each_firm_has_one_row_and_persons_are_counted_and_never_named() {
        String sql = """
                SELECT d.employer_code AS subject_id,
                       ARRAY_AGG(d.contribution_month) AS due_months,
                       COUNT(DISTINCT d.insured_id) AS people,
                       COUNT(DISTINCT CASE WHEN i.insurance_state = 'PAUSED' THEN d.insured_id END) AS paused,
                       MIN(f.firm_status) AS firm_status,
                       SUM(CASE WHEN d.paid_flag = 0 THEN 1 ELSE 0 END) AS unpaid,
                       COUNT(*) AS n
                FROM C07_02 d
                JOIN C07_01 i ON d.insured_id = i.insured_id
                JOIN C14_01 f ON d.employer_code = f.credit_code
                WHERE d.employer_code IS NOT NULL
                GROUP BY d.employer_code
                """;
        assertThat(rows(sql, "FIRM", NONE_LEFT_OUT))
                .containsExactly(Row.of("f1", List.of(202601, 202601, 202601, 202602, 202603), 2L, 1L, "OPEN", 1L, 5L));
    }

    @Test
    void two_lists_with_the_same_order_keep_together() {
        String sql = "SELECT insured_id, ARRAY_AGG(contribution_month ORDER BY contribution_month DESC) AS months,"
                + " ARRAY_AGG(paid_flag ORDER BY contribution_month DESC) AS flags FROM C07_02 GROUP BY insured_id";
        assertThat(rows(sql, "PERSON", NONE_LEFT_OUT).getFirst())
                .isEqualTo(Row.of("p1", List.of(202603, 202602, 202601, 202601), List.of(1, 0, 1, 1)));
    }

    @Test
    void those_who_opted_out_are_in_no_row_of_their_own_or_of_another_kind() {
        Obligations obligations = new Obligations(City.ALL, 5, Map.of("PERSON", Set.of("p1")));
        String persons = "SELECT insured_id, COUNT(*) AS n FROM C07_02 GROUP BY insured_id";
        assertThat(rows(persons, "PERSON", obligations)).containsExactly(Row.of("p2", 2L));
        String firms = "SELECT employer_code, COUNT(DISTINCT insured_id) AS n FROM C07_02 GROUP BY employer_code";
        assertThat(rows(firms, "FIRM", obligations)).containsExactly(Row.of("f1", 1L), Row.of("f2", 0L));
        Obligations firm = new Obligations(City.ALL, 5, Map.of("FIRM", Set.of("f1")));
        assertThat(rows(persons, "PERSON", firm)).containsExactly(Row.of("p2", 1L));
    }

    @Test
    void the_columns_say_their_types_and_the_subject_comes_first() {
        String sql = "SELECT insured_id, ARRAY_AGG(amount) AS l, SUM(amount) AS s, MAX(posted_on) AS d"
                + " FROM C07_02 GROUP BY insured_id";
        CheckedSubjectRows checked = lake.queries
                .checkSubjectRows(sql, "PERSON", City.TABLES, City.ALL)
                .orThrow();
        assertThat(checked.outputs()).containsExactly("insured_id", "l", "s", "d");
        assertThat(checked.subjectKind()).isEqualTo("PERSON");
        assertThat(checked.items()).containsExactly(City.CONTRIBUTIONS);
        try (SubjectRows rows = lake.queries
                .subjectRows(checked, lake, NONE_LEFT_OUT, new StopSignal())
                .orThrow()) {
            assertThat(rows.columns())
                    .containsExactly(
                            new ResultColumn("insured_id", Scalar.TEXT),
                            new ResultColumn("l", new ListOf(new Decimal(12, 2))),
                            new ResultColumn("s", new Decimal(38, 2)),
                            new ResultColumn("d", Scalar.DATE));
            assertThat(rows.snapshots()).containsOnlyKeys(City.CONTRIBUTIONS);
        }
    }

    private List<Row> rows(String sql, String kind, Obligations obligations) {
        CheckedSubjectRows checked =
                lake.queries.checkSubjectRows(sql, kind, City.TABLES, City.ALL).orThrow();
        List<Row> all = new ArrayList<>();
        try (SubjectRows rows = lake.queries
                .subjectRows(checked, lake, obligations, new StopSignal())
                .orThrow()) {
            for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        all.sort(Comparator.comparing(row -> (String) row.value(0)));
        return all;
    }

    private static Row contribution(
            @Nullable String person, @Nullable String firm, int month, int paid, String amount) {
        return Row.of(person, firm, month, paid, 1000, new BigDecimal(amount), LocalDate.of(2026, 1, 1));
    }
}
