package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.kernel.ItemId;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;

/**
 * Rows for the prepared items of a city that never was. Seed and number of people determine every value; every row is
 * made when it is asked for, so a million people need no more memory than a thousand (the firms' layout apart). No
 * number in it can be a real person's or firm's: resident ids and credit codes lie in an area that was never assigned.
 */
public final class SyntheticCity {

    /** Seed of the demo. */
    public static final long DEFAULT_SEED = 341_500;

    /** People of the demo. */
    public static final int DEFAULT_PEOPLE = 20_000;

    /** Fewer would not hold what is planted. */
    public static final int MIN_PEOPLE = 2_000;

    /** More would run out of distinct resident ids under one area code. */
    public static final int MAX_PEOPLE = 2_000_000;

    /** First month of the contribution detail. */
    public static final YearMonth FIRST_MONTH = History.FIRST;

    /** Last month of the contribution detail. */
    public static final YearMonth LAST_MONTH = History.LAST;

    /** The day the rows are as of. */
    public static final LocalDate AS_OF = History.AS_OF;

    /** Area code of all ids; never assigned to a district. */
    public static final String IMPOSSIBLE_AREA = Population.AREA;

    private final int people;
    private final Tables tables;
    private final Firms firms;
    private final PlantedTruth truth;
    private final DemoCast cast;

    private SyntheticCity(long seed, int people) {
        Dice dice = new Dice(seed);
        Divisions divisions = Divisions.load();
        Population population = new Population(dice, people, divisions);
        Health health = new Health(dice);
        this.people = people;
        this.firms = new Firms(dice, population, divisions);
        Insurance insurance = new Insurance(dice, firms.layout());
        this.cast = new DemoCast(population, firms);
        Outbreaks outbreaks = Outbreaks.plant(population, person -> mayFallIll(person, health));
        this.tables = new Tables(population, firms, insurance, health, outbreaks);
        this.truth = new PlantedTruth(population, firms, insurance, outbreaks);
    }

    /**
     * The city of that seed with so many people.
     *
     * @param people {@link #MIN_PEOPLE} to {@link #MAX_PEOPLE}
     * @throws IllegalArgumentException for any other number
     */
    public static SyntheticCity of(long seed, int people) {
        if (people < MIN_PEOPLE || people > MAX_PEOPLE) {
            throw new IllegalArgumentException(
                    "a synthetic city has " + MIN_PEOPLE + " to " + MAX_PEOPLE + " people, not " + people);
        }
        return new SyntheticCity(seed, people);
    }

    /** Grown up, so that nobody is ill before being born, and without a part in the story. */
    private boolean mayFallIll(Person person, Health health) {
        return person.role() != Role.YOUNG && health.patient(person) && !cast.plays(person.index());
    }

    public int people() {
        return people;
    }

    public int firms() {
        return firms.layout().firms();
    }

    /**
     * The rows of an item as they come, values in the order of its columns and of the class its column type names.
     * Each call starts anew; iterators are independent.
     *
     * @throws IllegalArgumentException for an item that is not prepared
     */
    public Iterator<@Nullable Object[]> rows(ItemId item) {
        return switch (item.value()) {
            case "C05-01" -> new Rows(people, tables::resident);
            case "C07-01" -> new Rows(people, tables::insured);
            case "C07-02" -> new Rows(people, tables::contributions);
            case "C13-01" -> new Rows(people, tables::patient);
            case "C13-04" -> new Rows(people, tables::visits);
            case "C14-01" -> new Rows(firms(), tables::firm);
            default -> throw new IllegalArgumentException("no rows for item " + item);
        };
    }

    /** What is known beforehand. */
    public PlantedTruth truth() {
        return truth;
    }

    /** The persons and firms of the story, the same parts in every city. */
    public List<DemoSubject> demoSubjects() {
        return cast.subjects();
    }

    /** A well-formed resident id that nobody in the city has. */
    public static String unknownResidentId() {
        return Population.unknownResidentId();
    }
}
