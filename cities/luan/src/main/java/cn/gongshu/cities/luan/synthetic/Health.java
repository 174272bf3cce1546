package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.sheet.Sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is a patient, and the visits of the last 24 months. */
final class Health {

    private static final int FIRST_VISIT_MONTH = 12;
    private static final int VISIT_MONTHS = 24;
    private static final int PATIENT_PERCENT = 72;

    private final Dice dice;
    private final Map<String, DiseaseGroup> groups;
    private final Map<Role.Age, List<Weighted<DiseaseGroup>>> mix = new EnumMap<>(Role.Age.class);
    private final Map<String, List<String>> hospitals;

    Health(Dice dice) {
        this.dice = dice;
        List<DiseaseGroup> all = DiseaseGroup.load();
        this.groups = all.stream().collect(Collectors.toMap(DiseaseGroup::code, group -> group));
        for (Role.Age age : Role.Age.values()) {
            mix.put(
                    age,
                    List.of(
                            new Weighted<>(all, group -> group.weight(age, false)),
                            new Weighted<>(all, group -> group.weight(age, true))));
        }
        this.hospitals = Sheet.read("data/hospitals.tsv").rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("district"), Collectors.mapping(row -> row.text("code"), Collectors.toList())));
    }

    boolean patient(Person person) {
        return dice.chance(Dice.Topic.PATIENT, person.index(), 0, PATIENT_PERCENT);
    }

    LocalDate registered(Person person) {
        int firstMonth = Math.max(
                -96,
                History.numberOf(person.born().getYear() * 100 + person.born().getMonthValue()));
        int months = Math.max(1, FIRST_VISIT_MONTH - firstMonth);
        int month = firstMonth + dice.below(Dice.Topic.PATIENT, person.index(), 1, months);
        LocalDate day = History.day(month, 1 + dice.below(Dice.Topic.PATIENT, person.index(), 2, 28));
        return day.isBefore(person.born()) ? person.born() : day;
    }

    /** The person's visits: by chance, then those of a planted outbreak. */
    List<Visit> visits(Person person, List<Outbreaks.Case> planted) {
        List<Visit> visits = new ArrayList<>();
        int count = dice.below(
                Dice.Topic.VISITS, person.index(), 0, most(person.role().age()) + 1);
        int born =
                History.numberOf(person.born().getYear() * 100 + person.born().getMonthValue());
        int first = Math.max(FIRST_VISIT_MONTH, born + 1);
        for (int i = 0; i < count && first < History.MONTHS; i++) {
            int month = first + draw(person, i, 0, FIRST_VISIT_MONTH + VISIT_MONTHS - first);
            Weighted<DiseaseGroup> weighted = weighted(person.role().age(), month);
            visits.add(visit(person, visits.size(), month, weighted.at(draw(person, i, 1, weighted.total()))));
        }
        for (Outbreaks.Case each : planted) {
            DiseaseGroup group = groups.get(each.cell().diseaseGroup());
            for (int i = 0; i < each.visits() && group != null; i++) {
                visits.add(visit(
                        person, visits.size(), History.numberOf(each.cell().month()), group));
            }
        }
        return visits;
    }

    private Visit visit(Person person, int number, int month, DiseaseGroup group) {
        int turn = 20 + number;
        List<String> near = hospitals.getOrDefault(person.district().code(), List.of());
        return new Visit(
                number,
                History.day(month, 1 + draw(person, turn, 0, 28)),
                draw(person, turn, 1, 100) < 12,
                near.get(draw(person, turn, 2, near.size())),
                group,
                group.diagnoses().get(draw(person, turn, 3, group.diagnoses().size())));
    }

    private Weighted<DiseaseGroup> weighted(Role.Age age, int month) {
        int calendarMonth = History.yyyymm(month) % 100;
        boolean winter = calendarMonth >= 11 || calendarMonth <= 2;
        return mix.getOrDefault(age, List.of()).get(winter ? 1 : 0);
    }

    private static int most(Role.Age age) {
        return switch (age) {
            case YOUNG -> 7;
            case WORKING -> 6;
            case ELDER -> 12;
        };
    }

    private int draw(Person person, int visit, int turn, int bound) {
        return dice.below(Dice.Topic.VISITS, person.index(), 1 + visit * 4 + turn, bound);
    }
}
