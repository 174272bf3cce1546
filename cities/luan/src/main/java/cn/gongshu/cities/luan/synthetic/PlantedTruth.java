package cn.gongshu.cities.luan.synthetic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is known of the city before anybody queries it: every answer can be held against it. */
public final class PlantedTruth {

    private final Population population;
    private final Firms firms;
    private final Insurance insurance;
    private final Outbreaks outbreaks;

    PlantedTruth(Population population, Firms firms, Insurance insurance, Outbreaks outbreaks) {
        this.population = population;
        this.firms = firms;
        this.insurance = insurance;
        this.outbreaks = outbreaks;
    }

    /** The truth of the person with that index (0 to people − 1); empty for whoever is not insured. */
    public Optional<PersonTruth> person(int index) {
        Person person = population.person(index);
        return insurance.insured(person) ? Optional.of(truth(person)) : Optional.empty();
    }

    /** All insured persons by index, as they come. */
    public Stream<PersonTruth> persons() {
        return IntStream.range(0, population.shares().people())
                .mapToObj(population::person)
                .filter(insurance::insured)
                .map(this::truth);
    }

    /** Those with at least one missing month. */
    public Stream<PersonTruth> interrupted() {
        return persons().filter(PersonTruth::interrupted);
    }

    /** Those without a missing month since their first. */
    public Stream<PersonTruth> neverInterrupted() {
        return persons().filter(person -> !person.interrupted());
    }

    /** All firms by index, as they come; the unstaffed ones last. */
    public Stream<FirmTruth> firms() {
        return IntStream.range(0, firms.layout().firms()).mapToObj(this::firm);
    }

    /** The planted outbreaks. */
    public List<PlantedCell> cells() {
        return outbreaks.cells();
    }

    /** Resident ids of all who opted out of aggregates in the story: planted patients, then the demo's own. */
    public List<String> optedOut() {
        return Stream.concat(
                        outbreaks.optedOut().stream(), Stream.of(population.index(Role.FLEXIBLE, DemoPlaces.OPTED_OUT)))
                .map(index -> population.person(index).residentId())
                .toList();
    }

    FirmTruth firm(int index) {
        FirmLayout layout = firms.layout();
        int[] heads = new int[History.MONTHS];
        for (int place = 0; place < layout.size(index); place++) {
            Person person = population.person(population.index(Role.EMPLOYEE, layout.start(index) + place));
            for (long rest = insurance.timeline(person).employed(); rest != 0; rest &= rest - 1) {
                heads[Long.numberOfTrailingZeros(rest)]++;
            }
        }
        return new FirmTruth(
                firms.creditCode(index),
                layout.plan(index),
                IntStream.of(heads).boxed().toList(),
                History.months(insurance.arrears(index)));
    }

    private PersonTruth truth(Person person) {
        Timeline timeline = insurance.timeline(person);
        return new PersonTruth(
                person.residentId(), History.yyyymm(timeline.firstMonth()), History.months(timeline.missing()));
    }
}
