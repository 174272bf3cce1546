package cn.gongshu.cities.luan.synthetic;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Writes people, firms, months and visits down as rows, values in the order of the items' columns. */
final class Tables {

    private final Population population;
    private final Firms firms;
    private final Insurance insurance;
    private final Health health;
    private final Outbreaks outbreaks;

    Tables(Population population, Firms firms, Insurance insurance, Health health, Outbreaks outbreaks) {
        this.population = population;
        this.firms = firms;
        this.insurance = insurance;
        this.health = health;
        this.outbreaks = outbreaks;
    }

    /** C05-01. */
    List<@Nullable Object[]> resident(int index) {
        Person person = population.person(index);
        return one(
                person.residentId(),
                person.name(),
                person.sex(),
                person.born(),
                person.born().getYear(),
                person.district().code(),
                person.township().code(),
                "H" + Population.digits(person.household(), 8),
                person.migrant() ? "MIGRANT" : "REGISTERED");
    }

    /** C07-01. */
    List<@Nullable Object[]> insured(int index) {
        Person person = population.person(index);
        if (!insurance.insured(person)) {
            return List.of();
        }
        Timeline timeline = insurance.timeline(person);
        boolean employee = timeline.employedIn(timeline.lastDue());
        return one(
                person.residentId(),
                person.name(),
                kind(employee),
                timeline.active() ? "ACTIVE" : "PAUSED",
                employee ? firms.creditCode(timeline.firm()) : null,
                History.yyyymm(timeline.firstMonth()),
                timeline.lastPaid() < 0 ? null : History.yyyymm(timeline.lastPaid()),
                insurance.base(person, timeline.lastDue()),
                employee
                        ? firms.district(timeline.firm()).code()
                        : person.district().code());
    }

    /** C07-02. */
    List<@Nullable Object[]> contributions(int index) {
        Person person = population.person(index);
        if (!insurance.insured(person)) {
            return List.of();
        }
        Timeline timeline = insurance.timeline(person);
        String employer = timeline.firm() < 0 ? null : firms.creditCode(timeline.firm());
        List<@Nullable Object[]> rows = new ArrayList<>(History.MONTHS);
        for (long rest = timeline.due(); rest != 0; rest &= rest - 1) {
            int month = Long.numberOfTrailingZeros(rest);
            boolean employee = timeline.employedIn(month);
            boolean paid = timeline.paidIn(month);
            rows.add(row(
                    person.residentId(),
                    History.yyyymm(month),
                    kind(employee),
                    employee ? employer : null,
                    insurance.base(person, month),
                    paid ? 1 : 0,
                    paid ? History.day(month, insurance.postedDay(person, month)) : null));
        }
        return rows;
    }

    /** C13-01. */
    List<@Nullable Object[]> patient(int index) {
        Person person = population.person(index);
        if (!health.patient(person)) {
            return List.of();
        }
        return one(
                person.residentId(),
                person.name(),
                person.sex(),
                person.born().getYear(),
                person.district().code(),
                person.role() == Role.EMPLOYEE ? "EMPLOYEE" : "RESIDENT",
                health.registered(person));
    }

    /** C13-04. */
    List<@Nullable Object[]> visits(int index) {
        Person person = population.person(index);
        if (!health.patient(person)) {
            return List.of();
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Visit visit : health.visits(person, outbreaks.of(index))) {
            rows.add(row(
                    "V" + Population.digits(index, 8) + Population.digits(visit.number(), 2),
                    person.residentId(),
                    visit.date(),
                    visit.date().getYear() * 100 + visit.date().getMonthValue(),
                    visit.emergency() ? "EMERGENCY" : "OUTPATIENT",
                    visit.hospital(),
                    visit.group().department(),
                    visit.group().code(),
                    visit.diagnosis()));
        }
        return rows;
    }

    /** C14-01. */
    List<@Nullable Object[]> firm(int index) {
        Firm firm = firms.firm(index);
        Person representative = population.person(firm.representative());
        return one(
                firm.creditCode(),
                firm.name(),
                firm.type(),
                firm.section(),
                firm.sizeClass(),
                firm.capital(),
                firm.established(),
                firm.status(),
                firm.district().code(),
                firm.township().code(),
                representative.name(),
                representative.residentId());
    }

    private static String kind(boolean employee) {
        return employee ? "EMPLOYEE" : "FLEXIBLE";
    }

    private static List<@Nullable Object[]> one(@Nullable Object... values) {
        return List.<@Nullable Object[]>of(values);
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
