package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.item.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static cn.gongshu.cities.luan.synthetic.RowMaps.number;
import static cn.gongshu.cities.luan.synthetic.RowMaps.text;
import static org.assertj.core.api.Assertions.assertThat;

/** The truth is held against the rows by counting them, never by asking the generator again. */
class PlantedTruthTest {

    private static final SyntheticCity CITY = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, 5_000);
    private static final List<Map<String, @Nullable Object>> INSURED = RowMaps.of(CITY, "C07-01");
    private static final List<Map<String, @Nullable Object>> DETAIL = RowMaps.of(CITY, "C07-02");
    private static final List<Integer> MONTHS =
            IntStream.range(0, 36).mapToObj(History::yyyymm).toList();

    private final PlantedTruth truth = CITY.truth();

    @Test
    void missing_months_are_those_since_the_first_without_a_received_contribution() {
        Map<String, Set<Integer>> paid = DETAIL.stream()
                .filter(row -> number(row, "paid_flag") == 1)
                .collect(Collectors.groupingBy(
                        row -> text(row, "insured_id"),
                        Collectors.mapping(row -> number(row, "contribution_month"), Collectors.toSet())));
        Map<String, PersonTruth> byId =
                truth.persons().collect(Collectors.toMap(PersonTruth::residentId, person -> person));
        assertThat(byId).hasSize(INSURED.size());
        for (Map<String, @Nullable Object> row : INSURED) {
            PersonTruth person = byId.get(text(row, "insured_id"));
            assertThat(person).isNotNull();
            assertThat(person.firstMonth()).isEqualTo(number(row, "first_month"));
            assertThat(person.missing())
                    .isEqualTo(MONTHS.stream()
                            .filter(month -> month >= number(row, "first_month"))
                            .filter(month -> !paid.getOrDefault(person.residentId(), Set.of())
                                    .contains(month))
                            .toList());
        }
        assertThat(truth.interrupted().count()).isGreaterThan(200);
        assertThat(truth.neverInterrupted().count()).isGreaterThan(1_000);
        assertThat(truth.interrupted().count() + truth.neverInterrupted().count())
                .isEqualTo(INSURED.size());
    }

    @Test
    void a_firms_headcount_is_its_insured_persons_month_by_month() {
        Map<String, Map<Integer, Set<String>>> heads = new HashMap<>();
        Map<String, TreeSet<Integer>> unpaid = new HashMap<>();
        for (Map<String, @Nullable Object> row : DETAIL) {
            if (row.get("employer_code") != null) {
                String firm = text(row, "employer_code");
                heads.computeIfAbsent(firm, key -> new TreeMap<>())
                        .computeIfAbsent(number(row, "contribution_month"), key -> new HashSet<>())
                        .add(text(row, "insured_id"));
                if (number(row, "paid_flag") == 0) {
                    unpaid.computeIfAbsent(firm, key -> new TreeSet<>()).add(number(row, "contribution_month"));
                }
            }
        }
        assertThat(truth.firms()).hasSize(CITY.firms()).allSatisfy(firm -> {
            Map<Integer, Set<String>> counted = heads.getOrDefault(firm.creditCode(), Map.of());
            assertThat(firm.heads())
                    .isEqualTo(MONTHS.stream()
                            .map(month -> counted.getOrDefault(month, Set.of()).size())
                            .toList());
            assertThat(firm.arrears()).isEqualTo(List.copyOf(unpaid.getOrDefault(firm.creditCode(), new TreeSet<>())));
        });
    }

    @Test
    void every_plan_shows_in_the_headcount_and_every_plan_occurs() {
        Map<FirmPlan, Long> plans =
                truth.firms().collect(Collectors.groupingBy(FirmTruth::plan, Collectors.counting()));
        assertThat(plans.keySet()).containsExactlyInAnyOrder(FirmPlan.values());
        assertThat(truth.firms()).allSatisfy(firm -> {
            int before = firm.heads().get(24);
            int now = firm.heads().getLast();
            switch (firm.plan()) {
                case GROWS -> assertThat(now * 10).isGreaterThanOrEqualTo(before * 14);
                case SHRINKS -> assertThat(now * 10).isLessThanOrEqualTo(before * 7);
                case STABLE, ARREARS -> assertThat(now).isEqualTo(before).isPositive();
                case NEW -> assertThat(before).isZero();
                case UNSTAFFED -> assertThat(Collections.max(firm.heads())).isZero();
            }
            assertThat(firm.arrears().isEmpty()).isEqualTo(firm.plan() != FirmPlan.ARREARS);
        });
    }

    @Test
    void planted_cells_hold_exactly_their_patients_and_visits_and_nobody_else_has_that_disease() {
        Map<String, String> district = RowMaps.of(CITY, "C13-01").stream()
                .collect(Collectors.toMap(row -> text(row, "patient_id"), row -> text(row, "district_code")));
        Map<String, List<String>> cells = RowMaps.of(CITY, "C13-04").stream()
                .filter(row -> text(row, "disease_group").equals("A20-A28"))
                .collect(Collectors.groupingBy(
                        row -> district.get(text(row, "patient_id")) + text(row, "visit_month"),
                        Collectors.mapping(row -> text(row, "patient_id"), Collectors.toCollection(ArrayList::new))));
        assertThat(cells).hasSameSizeAs(truth.cells());
        Set<String> optedOut = Set.copyOf(truth.optedOut());
        assertThat(truth.cells()).allSatisfy(cell -> {
            List<String> visits = cells.getOrDefault(cell.district() + cell.month(), List.of());
            Set<String> patients = Set.copyOf(visits);
            assertThat(visits).hasSize(cell.visits());
            assertThat(patients).hasSize(cell.patients());
            assertThat(patients.stream().filter(optedOut::contains)).hasSize(cell.optedOut());
        });
        assertThat(truth.cells()).anyMatch(cell -> cell.counted() == 10).anyMatch(cell -> cell.counted() == 9);
        assertThat(truth.cells())
                .as("a floor over visits instead of persons would show a cell it must hide")
                .anyMatch(cell -> cell.counted() < 10 && cell.visits() >= 10);
        assertThat(truth.cells())
                .as("whoever forgets the opt-outs shows a cell that must be hidden")
                .anyMatch(cell -> cell.counted() < 10 && cell.patients() >= 10);
    }

    @Test
    void the_persons_of_the_story_have_their_fixed_parts() {
        Map<String, DemoSubject> cast =
                CITY.demoSubjects().stream().collect(Collectors.toMap(DemoSubject::key, subject -> subject));
        Map<String, PersonTruth> persons =
                truth.persons().collect(Collectors.toMap(PersonTruth::residentId, person -> person));
        assertThat(missing(cast, persons, "steady")).isEmpty();
        assertThat(missing(cast, persons, "interrupted")).containsExactly(202503, 202504, 202601);
        assertThat(missing(cast, persons, "unpaid-by-employer")).containsExactly(202604, 202605, 202606, 202607);
        assertThat(missing(cast, persons, "withdraws")).containsExactly(202407);
        assertThat(missing(cast, persons, "brought")).containsExactly(202512);
        assertThat(missing(cast, persons, "silent")).isEmpty();
        assertThat(missing(cast, persons, "opted-out")).isEmpty();
        assertThat(truth.optedOut()).hasSize(3).doesNotHaveDuplicates();
        assertThat(CITY.demoSubjects())
                .filteredOn(subject -> subject.consent() == DemoSubject.Consenting.OPTS_OUT)
                .extracting(DemoSubject::id)
                .hasSize(1)
                .allMatch(truth.optedOut()::contains);
    }

    @Test
    void the_firms_of_the_story_have_their_fixed_parts_and_distinct_representatives() {
        Map<String, FirmPlan> plans = truth.firms().collect(Collectors.toMap(FirmTruth::creditCode, FirmTruth::plan));
        List<DemoSubject> firms = CITY.demoSubjects().stream()
                .filter(subject -> subject.kind() == SubjectKind.FIRM)
                .toList();
        assertThat(firms)
                .extracting(firm -> plans.get(firm.id()))
                .containsExactly(
                        FirmPlan.GROWS,
                        FirmPlan.SHRINKS,
                        FirmPlan.STABLE,
                        FirmPlan.NEW,
                        FirmPlan.ARREARS,
                        FirmPlan.STABLE);
        Map<String, String> representatives = RowMaps.of(CITY, "C14-01").stream()
                .collect(Collectors.toMap(row -> text(row, "credit_code"), row -> text(row, "representative_id")));
        assertThat(firms)
                .allSatisfy(firm -> assertThat(firm.representative()).isEqualTo(representatives.get(firm.id())));
        assertThat(CITY.demoSubjects()).extracting(DemoSubject::id).doesNotHaveDuplicates();
    }

    private static List<Integer> missing(Map<String, DemoSubject> cast, Map<String, PersonTruth> persons, String key) {
        DemoSubject subject = cast.get(key);
        assertThat(subject).isNotNull();
        PersonTruth person = persons.get(subject.id());
        assertThat(person).isNotNull();
        return person.missing();
    }
}
