package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.query.spi.ColumnType;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GovernedAggregateTest {

    private static final String BY_DISEASE =
            "SELECT disease_group, COUNT(DISTINCT patient_id) AS patients, COUNT(*) AS visits"
                    + " FROM C13_04 GROUP BY disease_group";

    @TempDir
    Path folder;

    private LakeOfFiles lake;
    private final List<Row> visits = new ArrayList<>();

    @BeforeEach
    void open() {
        lake = new LakeOfFiles(folder);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void groups_at_the_floor_are_shown_and_those_below_are_only_counted() {
        visits("流感", 5, 1);
        visits("肺炎", 4, 1);
        visits("骨折", 3, 1);
        AggregateResult result = result(BY_DISEASE, 5);
        assertThat(result.rows()).containsExactly(Row.of("流感", 5L, 5L));
        assertThat(result.hiddenGroups()).isEqualTo(2);
        assertThat(result.columns())
                .extracting(ResultColumn::name)
                .containsExactly("disease_group", "patients", "visits");
        assertThat(result.snapshots()).containsEntry(City.VISITS, 1L);
        assertThat(result.leftOut()).isEmpty();
    }

    @Test
    void the_values_of_hidden_groups_do_not_leave_the_engine() {
        visits("流感", 5, 1);
        visits("罕见病", 1, 1);
        String sql = result(BY_DISEASE, 5).sql();
        List<Row> raw = RawEngine.rows(
                lake.engine, sql, lake.bind(City.VISITS).orThrow().as("C13_04"));
        assertThat(raw).hasSize(2).noneMatch(row -> row.values().contains("罕见病"));
    }

    @Test
    void a_person_with_many_rows_is_one_person() {
        visits("流感", 2, 50);
        assertThat(result(BY_DISEASE, 3).rows()).isEmpty();
        assertThat(result(BY_DISEASE, 2).rows()).containsExactly(Row.of("流感", 2L, 100L));
    }

    @Test
    void those_who_opted_out_are_left_out_and_their_number_does_not_depend_on_the_query() {
        visits("流感", 6, 2);
        visits("肺炎", 6, 1);
        Obligations obligations =
                new Obligations(City.ALL, 5, Map.of("PERSON", Set.of("流感-0", "流感-1", "肺炎-0", "nobody")));
        AggregateResult all = lake(BY_DISEASE, obligations);
        assertThat(all.rows()).containsExactly(Row.of("肺炎", 5L, 5L));
        assertThat(all.hiddenGroups()).isEqualTo(1);
        assertThat(all.leftOut()).containsExactly(Map.entry("PERSON", 3L));
        String filtered = BY_DISEASE.replace("GROUP", "WHERE disease_group = '骨折' GROUP");
        assertThat(lake(filtered, obligations).leftOut()).isEqualTo(all.leftOut());
    }

    @Test
    void a_row_that_names_no_subject_is_not_counted() {
        visits("流感", 3, 1);
        visits.add(visit(null, "流感", 202601, null, 1));
        assertThat(result(BY_DISEASE, 2).rows()).containsExactly(Row.of("流感", 3L, 3L));
    }

    @Test
    void a_sum_is_shown_only_when_enough_persons_give_to_it() {
        for (int i = 0; i < 5; i++) {
            visits.add(visit("a" + i, "流感", 202601, new BigDecimal("10.50"), i));
            visits.add(visit("b" + i, "肺炎", 202601, i == 0 ? new BigDecimal("99.00") : BigDecimal.ZERO, 1));
        }
        String sql = "SELECT disease_group, SUM(fee) AS fees FROM C13_04 GROUP BY disease_group";
        AggregateResult result = result(sql, 5);
        assertThat(result.rows()).containsExactly(Row.of("流感", new BigDecimal("52.50")));
        assertThat(result.hiddenGroups()).isEqualTo(1);
        String days = "SELECT disease_group, SUM(days) AS days FROM C13_04 GROUP BY disease_group";
        assertThat(lake(days, new Obligations(City.ALL, 4, Map.of())).rows())
                .containsExactly(Row.of("流感", 10L), Row.of("肺炎", 5L));
    }

    @Test
    void a_join_adds_columns_and_no_rows_and_one_on_a_repeated_key_is_refused() {
        visits("流感", 5, 2);
        lake.load(City.VISITS, visits);
        String sql = "SELECT p.district_code, COUNT(*) AS visits FROM C13_04 v"
                + " JOIN C13_01 p ON v.patient_id = p.patient_id GROUP BY p.district_code";
        lake.load(City.PATIENTS, patients(5));
        assertThat(run(sql, 5).orThrow().rows()).containsExactly(Row.of("341502", 10L));
        List<Row> repeated = new ArrayList<>(patients(5));
        repeated.add(repeated.getFirst());
        lake.load(City.PATIENTS, repeated);
        assertThat(run(sql, 5)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(ErrorCode.QUERY_REFUSED);
            assertThat(refused.refusal().details().toString()).contains("C13_01", "patient_id");
        });
    }

    @Test
    void an_opted_out_subject_of_a_joined_table_lends_nothing_to_the_result() {
        visits("流感", 6, 1);
        lake.load(City.VISITS, visits);
        lake.load(City.PATIENTS, patients(6));
        String sql = "SELECT p.district_code, COUNT(*) AS visits FROM C13_04 v"
                + " LEFT JOIN C13_01 p ON v.patient_id = p.patient_id GROUP BY p.district_code";
        Obligations obligations = new Obligations(City.ALL, 5, Map.of("PERSON", Set.of("流感-0")));
        assertThat(lake.aggregate(sql, obligations).rows()).containsExactly(Row.of("341502", 5L));
    }

    @Test
    void an_item_about_nobody_has_no_floor() {
        lake.load(City.PARKING, List.of(Row.of("东站", 10), Row.of("东站", 5), Row.of("西站", 1)));
        AggregateResult result = lake.aggregate(
                "SELECT lot, SUM(spaces) AS spaces, COUNT(*) AS n FROM C20_01 GROUP BY lot ORDER BY spaces",
                new Obligations(City.ALL, 5, Map.of()));
        assertThat(result.rows()).containsExactly(Row.of("西站", 1L, 1L), Row.of("东站", 15L, 2L));
        assertThat(result.hiddenGroups()).isZero();
    }

    @Test
    void dimensions_may_be_bands_parts_of_dates_and_of_texts_and_the_order_may_be_chosen() {
        visits("流感A", 3, 1);
        visits("流感B", 4, 1);
        visits("肺炎", 2, 1);
        String sql = """
                -- 说明：按疾病大类、年份统计
                SELECT SUBSTRING(disease_group, 1, 2) AS kind,
                       YEAR(seen_on) AS seen_year,
                       CASE WHEN visit_month BETWEEN 202601 AND 202603 THEN 'first'
                            WHEN visit_month > 202603 THEN 'later' ELSE 'earlier' END AS part,
                       COUNT(*) AS visits
                FROM C13_04
                WHERE disease_group LIKE '%' AND seen_on >= DATE '2020-01-01' AND NOT (visit_month = 209901)
                GROUP BY kind, seen_year, part
                ORDER BY visits DESC
                """;
        assertThat(result(sql, 2).rows())
                .containsExactly(Row.of("流感", 2026L, "first", 7L), Row.of("肺炎", 2026L, "first", 2L));
    }

    @Test
    void a_text_in_the_query_is_a_value_and_nothing_else() {
        visits("x' OR '1'='1", 3, 1);
        visits("\"; DROP TABLE C13_04", 3, 1);
        String sql = "SELECT disease_group, COUNT(*) AS n FROM C13_04 WHERE disease_group = 'x'' OR ''1''=''1'"
                + " GROUP BY disease_group";
        assertThat(result(sql, 2).rows()).containsExactly(Row.of("x' OR '1'='1", 3L));
    }

    @Test
    void a_column_outside_the_scope_is_refused_when_checked_and_when_run() {
        visits("流感", 3, 1);
        lake.load(City.VISITS, visits);
        ColumnScope narrow = ColumnScope.of("SUB-9", List.of(ColumnRef.of("C13-04", "disease_group")));
        assertThat(lake.queries.checkAggregate(BY_DISEASE, City.TABLES, narrow))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo(ErrorCode.COLUMN_OUTSIDE);
                    assertThat(refused.refusal().details())
                            .isEqualTo(Map.of("column", "C13-04.patient_id", "link", "SUB-9"));
                });
        CheckedAggregate checked =
                lake.queries.checkAggregate(BY_DISEASE, City.TABLES, City.ALL).orThrow();
        assertThat(checked.columns())
                .containsExactlyInAnyOrder(
                        ColumnRef.of("C13-04", "disease_group"), ColumnRef.of("C13-04", "patient_id"));
        assertThat(lake.queries.aggregate(checked, lake, new Obligations(narrow, 2, Map.of()), new StopSignal()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.COLUMN_OUTSIDE));
    }

    @Test
    void an_item_without_data_is_refused_as_its_binder_says() {
        assertThat(run(BY_DISEASE, 2))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.ITEM_NOT_BOUND));
    }

    @Test
    void a_stopped_run_gives_nothing() {
        visits("流感", 3, 1);
        lake.load(City.VISITS, visits);
        CheckedAggregate checked =
                lake.queries.checkAggregate(BY_DISEASE, City.TABLES, City.ALL).orThrow();
        StopSignal stop = new StopSignal();
        stop.stop();
        assertThatThrownBy(() -> lake.queries.aggregate(checked, lake, new Obligations(City.ALL, 2, Map.of()), stop))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.QUERY_STOPPED));
    }

    @Test
    void where_a_joined_table_is_about_firms_a_group_rests_on_enough_firms_too() {
        List<Row> paid = new ArrayList<>();
        List<Row> firms = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            paid.add(Row.of("p" + i, "f" + i % 6, 202601, 1, 100, BigDecimal.ONE, LocalDate.of(2026, 1, 1)));
        }
        for (int i = 0; i < 6; i++) {
            firms.add(Row.of("f" + i, "厂" + i, 100L, "OPEN", i < 5 ? "C" : "F"));
        }
        lake.load(City.CONTRIBUTIONS, paid);
        lake.load(City.FIRMS, firms);
        String sql = "SELECT f.%s, COUNT(DISTINCT d.insured_id) AS people FROM C07_02 d"
                + " JOIN C14_01 f ON d.employer_code = f.credit_code GROUP BY f.%<s";
        AggregateResult byName = run(sql.formatted("firm_name"), 5).orThrow();
        assertThat(byName.rows()).isEmpty();
        assertThat(byName.hiddenGroups()).isEqualTo(6);
        AggregateResult bySection = run(sql.formatted("section_code"), 5).orThrow();
        assertThat(bySection.rows()).containsExactly(Row.of("C", 50L));
        assertThat(bySection.hiddenGroups()).isEqualTo(1);
    }

    @Test
    void one_firms_payroll_is_hidden_whether_or_not_the_firms_are_joined_and_people_without_a_firm_are_shown() {
        List<Row> paid = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            String firm = i < 12 ? "f0" : i < 24 ? "f" + i : null;
            int month = 202601 + i / 12;
            paid.add(Row.of("p" + i, firm, month, 1, 100, BigDecimal.ONE, LocalDate.of(2026, 1, 1)));
        }
        lake.load(City.CONTRIBUTIONS, paid);
        lake.load(
                City.FIRMS,
                IntStream.range(0, 24)
                        .mapToObj(i -> Row.of("f" + i, "厂" + i, 100L, "OPEN", "C"))
                        .toList());
        String sql = "SELECT d.contribution_month, SUM(d.contribution_base) AS payroll FROM C07_02 d%s"
                + " GROUP BY d.contribution_month";
        assertThat(run(sql.formatted(""), 10).orThrow().rows())
                .containsExactly(Row.of(202602, 1200L), Row.of(202603, 1200L));
        assertThat(run(sql.formatted(" JOIN C14_01 f ON d.employer_code = f.credit_code"), 10)
                        .orThrow()
                        .rows())
                .containsExactly(Row.of(202602, 1200L));
    }

    @Test
    void a_subject_key_that_no_declared_subject_names_is_no_table() {
        GovernedColumn key = new GovernedColumn("id", ColumnType.Scalar.TEXT, ColumnControl.SUBJECT_KEY);
        GovernedColumn area = new GovernedColumn("area", ColumnType.Scalar.TEXT, ColumnControl.GROUP_KEY);
        for (List<SubjectKey> subjects : List.of(List.<SubjectKey>of(), List.of(new SubjectKey("area", "PERSON")))) {
            assertThatThrownBy(() -> new GovernedTable("C99_01", City.VISITS, List.of(key, area), subjects, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void names_that_change_places_do_not_change_what_is_grouped_or_checked() {
        visits("流感", 3, 1);
        String sql = "SELECT disease_group AS visit_month, visit_month AS disease_group, COUNT(*) AS patient_id"
                + " FROM C13_04 GROUP BY C13_04.disease_group, C13_04.visit_month ORDER BY patient_id DESC";
        assertThat(result(sql, 2).rows()).containsExactly(Row.of("流感", 202601, 3L));
    }

    @Test
    void warming_up_needs_no_data() {
        lake.queries.warm();
        assertThat(lake.queries.checkAggregate(BY_DISEASE, City.TABLES, City.ALL))
                .isInstanceOf(Outcome.Done.class);
    }

    private void visits(String disease, int persons, int each) {
        for (int person = 0; person < persons; person++) {
            for (int i = 0; i < each; i++) {
                visits.add(visit(disease + "-" + person, disease, 202601 + i % 3, BigDecimal.TEN, 1));
            }
        }
    }

    private static Row visit(@Nullable Object patient, String disease, int month, @Nullable BigDecimal fee, int days) {
        return Row.of(patient, disease, month, LocalDate.of(2026, 1, 5), fee, days, 0.5, "bed", "visit");
    }

    private static List<Row> patients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Row.of("流感-" + i, "341502", 1980, "姓名"))
                .toList();
    }

    private AggregateResult result(String sql, int floor) {
        return lake(sql, new Obligations(City.ALL, floor, Map.of()));
    }

    private AggregateResult lake(String sql, Obligations obligations) {
        lake.load(City.VISITS, visits);
        return lake.aggregate(sql, obligations);
    }

    private Outcome<AggregateResult> run(String sql, int floor) {
        CheckedAggregate checked =
                lake.queries.checkAggregate(sql, City.TABLES, City.ALL).orThrow();
        return lake.queries.aggregate(checked, lake, new Obligations(City.ALL, floor, Map.of()), new StopSignal());
    }
}
