package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.kernel.CreditCode;
import cn.gongshu.kernel.ResidentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static cn.gongshu.cities.luan.synthetic.RowMaps.number;
import static cn.gongshu.cities.luan.synthetic.RowMaps.text;
import static org.assertj.core.api.Assertions.assertThat;

/** The tables of one city tell one story: each assertion is a line of the items' quality promises. */
class AgreementTest {

    private static final SyntheticCity CITY = SyntheticCity.of(20_261_101, 6_000);
    private static final List<Map<String, @Nullable Object>> RESIDENTS = RowMaps.of(CITY, "C05-01");
    private static final List<Map<String, @Nullable Object>> INSURED = RowMaps.of(CITY, "C07-01");
    private static final List<Map<String, @Nullable Object>> DETAIL = RowMaps.of(CITY, "C07-02");
    private static final List<Map<String, @Nullable Object>> PATIENTS = RowMaps.of(CITY, "C13-01");
    private static final List<Map<String, @Nullable Object>> VISITS = RowMaps.of(CITY, "C13-04");
    private static final List<Map<String, @Nullable Object>> FIRMS = RowMaps.of(CITY, "C14-01");

    private final Map<String, Map<String, @Nullable Object>> residents = RowMaps.by(RESIDENTS, "resident_id");
    private final Map<String, Map<String, @Nullable Object>> insured = RowMaps.by(INSURED, "insured_id");
    private final Map<String, Map<String, @Nullable Object>> patients = RowMaps.by(PATIENTS, "patient_id");
    private final Map<String, Map<String, @Nullable Object>> firms = RowMaps.by(FIRMS, "credit_code");

    @Test
    void every_resident_id_is_well_formed_distinct_and_of_an_area_nobody_comes_from() {
        assertThat(residents).hasSize(6_000);
        Set<String> assigned = Divisions.load().districts().stream()
                .map(Divisions.District::code)
                .collect(Collectors.toSet());
        assertThat(assigned).doesNotContain(SyntheticCity.IMPOSSIBLE_AREA);
        assertThat(RESIDENTS).allSatisfy(row -> {
            ResidentId id = ResidentId.parse(text(row, "resident_id")).orElseThrow();
            assertThat(id.area()).isEqualTo(SyntheticCity.IMPOSSIBLE_AREA);
            assertThat(row.get("birth_date")).isEqualTo(id.born());
            assertThat(row.get("birth_year")).isEqualTo(id.born().getYear());
            boolean odd = (id.value().charAt(16) - '0') % 2 == 1;
            assertThat(text(row, "sex")).isEqualTo(odd ? "M" : "F");
        });
        assertThat(residents).doesNotContainKey(SyntheticCity.unknownResidentId());
        assertThat(ResidentId.parse(SyntheticCity.unknownResidentId())).isPresent();
    }

    @Test
    void every_credit_code_is_well_formed_twice_over_and_of_an_area_without_a_registrar() {
        assertThat(firms).hasSize(CITY.firms());
        assertThat(FIRMS).allSatisfy(row -> {
            String code = text(row, "credit_code");
            assertThat(CreditCode.parse(code)).isPresent();
            assertThat(code.substring(2, 8)).isEqualTo(SyntheticCity.IMPOSSIBLE_AREA);
            assertThat(code.charAt(16)).isEqualTo(Firms.organisationCheck(code.substring(8, 16)));
            assertThat(text(row, "firm_name")).endsWith("（演示）");
        });
    }

    @Test
    void the_organisation_check_is_the_standards() {
        // The example of GB 11714: D2143569-X.
        assertThat(Firms.organisationCheck("D2143569")).isEqualTo('X');
    }

    @Test
    void townships_lie_in_their_districts_and_households_live_together() {
        Map<String, String> homes = new HashMap<>();
        for (Map<String, @Nullable Object> row : RESIDENTS) {
            assertThat(text(row, "township_code")).startsWith(text(row, "district_code"));
            String home = homes.putIfAbsent(text(row, "household_no"), text(row, "township_code"));
            assertThat(home == null ? text(row, "township_code") : home).isEqualTo(text(row, "township_code"));
        }
        assertThat(RESIDENTS.stream().map(row -> text(row, "district_code")).distinct())
                .hasSize(7);
    }

    @Test
    void the_insured_are_residents_and_their_employers_are_registered() {
        assertThat(INSURED).hasSizeGreaterThan(2_500).allSatisfy(row -> {
            Map<String, @Nullable Object> resident = residents.get(text(row, "insured_id"));
            assertThat(resident).isNotNull().containsEntry("name", row.get("insured_name"));
            boolean employee = text(row, "insurance_kind").equals("EMPLOYEE");
            assertThat(row.get("employer_code") != null).isEqualTo(employee);
            if (employee) {
                assertThat(firms.get(text(row, "employer_code")))
                        .containsEntry("firm_status", "OPEN")
                        .containsEntry("district_code", row.get("district_code"));
            }
        });
    }

    @Test
    void nobody_is_insured_before_turning_sixteen_and_no_firm_insures_before_it_was_established() {
        assertThat(INSURED).allSatisfy(row -> {
            LocalDate sixteen = ResidentId.parse(text(row, "insured_id"))
                    .orElseThrow()
                    .born()
                    .plusYears(16);
            assertThat(number(row, "first_month"))
                    .isGreaterThanOrEqualTo(sixteen.getYear() * 100 + sixteen.getMonthValue());
        });
        assertThat(DETAIL.stream().filter(row -> row.get("employer_code") != null))
                .allSatisfy(row -> {
                    assertThat(number(row, "contribution_month"))
                            .isGreaterThan(established(text(row, "employer_code")));
                });
    }

    @Test
    void the_detail_agrees_with_the_state_of_each_person() {
        Map<String, TreeSet<Integer>> due = new HashMap<>();
        Map<String, TreeSet<Integer>> paid = new HashMap<>();
        for (Map<String, @Nullable Object> row : DETAIL) {
            String id = text(row, "insured_id");
            int month = number(row, "contribution_month");
            assertThat(due.computeIfAbsent(id, key -> new TreeSet<>()).add(month))
                    .as("one row per person and month")
                    .isTrue();
            assertThat(row.get("posted_on") != null).isEqualTo(number(row, "paid_flag") == 1);
            if (number(row, "paid_flag") == 1) {
                paid.computeIfAbsent(id, key -> new TreeSet<>()).add(month);
                LocalDate posted = (LocalDate) row.get("posted_on");
                assertThat(posted).isNotNull().isBeforeOrEqualTo(SyntheticCity.AS_OF);
            }
        }
        assertThat(due.keySet()).isEqualTo(insured.keySet());
        insured.forEach((id, row) -> {
            TreeSet<Integer> months = due.getOrDefault(id, new TreeSet<>());
            assertThat(number(row, "first_month")).isLessThanOrEqualTo(months.first());
            assertThat(text(row, "insurance_state")).isEqualTo(months.last() == 202610 ? "ACTIVE" : "PAUSED");
            assertThat(number(row, "last_paid_month"))
                    .isEqualTo(paid.containsKey(id) ? paid.get(id).last() : Integer.MIN_VALUE);
        });
    }

    @Test
    void patients_are_residents_and_visits_are_theirs() {
        assertThat(PATIENTS)
                .hasSizeGreaterThan(4_000)
                .allSatisfy(row -> assertThat(residents.get(text(row, "patient_id")))
                        .isNotNull()
                        .containsEntry("sex", row.get("sex"))
                        .containsEntry("birth_year", row.get("birth_year"))
                        .containsEntry("district_code", row.get("district_code")));
        Set<String> numbers = new HashSet<>();
        Map<String, DiseaseGroup> groups =
                DiseaseGroup.load().stream().collect(Collectors.toMap(DiseaseGroup::code, group -> group));
        assertThat(VISITS).hasSizeGreaterThan(10_000).allSatisfy(row -> {
            assertThat(patients).containsKey(text(row, "patient_id"));
            assertThat(numbers.add(text(row, "visit_no"))).isTrue();
            assertThat(text(row, "visit_date").replace("-", "").substring(0, 6)).isEqualTo(text(row, "visit_month"));
            assertThat(groups.get(text(row, "disease_group")))
                    .isNotNull()
                    .matches(group -> group.diagnoses().contains(text(row, "diagnosis_code")));
            LocalDate born =
                    ResidentId.parse(text(row, "patient_id")).orElseThrow().born();
            assertThat((LocalDate) row.get("visit_date")).isAfter(born);
        });
    }

    @Test
    void a_diagnosis_lies_in_the_range_its_group_names() {
        assertThat(DiseaseGroup.load()).hasSize(16).allSatisfy(group -> {
            String[] ends = group.code().split("-", -1);
            assertThat(group.diagnoses())
                    .allSatisfy(diagnosis -> assertThat(diagnosis).isBetween(ends[0], ends[1]));
        });
    }

    @Test
    void a_firm_is_represented_by_a_resident_and_lies_in_its_district() {
        assertThat(FIRMS).allSatisfy(row -> {
            assertThat(residents.get(text(row, "representative_id")))
                    .isNotNull()
                    .containsEntry("name", row.get("representative_name"));
            assertThat(text(row, "township_code")).startsWith(text(row, "district_code"));
        });
    }

    private int established(String firm) {
        String date = text(firms.getOrDefault(firm, Map.of()), "established_on");
        return Integer.parseInt(date.replace("-", "").substring(0, 6));
    }
}
