package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ResidentId;

import java.time.LocalDate;
import java.util.List;

/** The people: each made from its index alone. */
final class Population {

    /**
     * Area code of every resident id: 3415 is Lu'an, 99 was never assigned to a district there, so no real person has
     * such a number.
     */
    static final String AREA = "341599";

    private static final int ORDERS = 499;
    private static final int HOUSEHOLD_SIZE = 3;

    private final Dice dice;
    private final Shares shares;
    private final Permutation places;
    private final Weighted<Divisions.District> districts;
    private final Weighted<Sheet.Row> surnames;
    private final List<String> given;

    Population(Dice dice, int people, Divisions divisions) {
        this.dice = dice;
        this.shares = Shares.of(people);
        this.places = new Permutation(people, dice.bits(Dice.Topic.PERMUTATION, 0, 0));
        this.districts = new Weighted<>(divisions.districts(), Divisions.District::weight);
        this.surnames = new Weighted<>(Sheet.read("data/surnames.tsv").rows(), row -> row.whole("weight"));
        this.given = Sheet.read("data/given-characters.tsv").rows().stream()
                .map(row -> row.text("zh"))
                .toList();
    }

    Shares shares() {
        return shares;
    }

    Person person(int index) {
        int place = places.apply(index);
        Role role = shares.role(place);
        int household = index / HOUSEHOLD_SIZE;
        Divisions.District district = districts.at(dice.below(Dice.Topic.PLACE, household, 0, districts.total()));
        List<Divisions.Township> townships = district.inhabited();
        boolean male = dice.chance(Dice.Topic.SEX, index, 0, 51);
        int ageRank = role.age() == Role.Age.WORKING ? place : place - shares.start(role);
        LocalDate born = born(role.age(), ageRank);
        return new Person(
                index,
                role,
                place - shares.start(role),
                residentId(role.age(), ageRank, born, male),
                name(index, household),
                male,
                born,
                district,
                townships.get(dice.below(Dice.Topic.PLACE, household, 1, townships.size())),
                household,
                dice.chance(Dice.Topic.MIGRANT, household, 0, 8));
    }

    /** The index of the person with that role and rank. */
    int index(Role role, int rank) {
        return places.invert(shares.start(role) + rank);
    }

    /** A well-formed number under the impossible area code that no person of the city has: born before all of them. */
    static String unknownResidentId() {
        return ResidentId.complete(AREA + "19010101001").value();
    }

    /** One person per birth date and block of as many ranks as there are dates. */
    private static LocalDate born(Role.Age age, int rank) {
        return age.first().plusDays(dateNumber(age, rank));
    }

    private static long dateNumber(Role.Age age, int rank) {
        // 7919 is prime and divides no range of dates, so that consecutive ranks fall on distinct, scattered dates.
        return 7919L * rank % age.days();
    }

    private static String residentId(Role.Age age, int rank, LocalDate born, boolean male) {
        long block = rank / age.days();
        // On one date, distinct blocks give distinct orders; odd orders are men (GB 11643).
        long order = 2 * ((block * 211 + dateNumber(age, rank) * 7) % ORDERS) + (male ? 1 : 2);
        int date = born.getYear() * 10_000 + born.getMonthValue() * 100 + born.getDayOfMonth();
        return ResidentId.complete(AREA + date + digits(order, 3)).value();
    }

    private String name(int index, int household) {
        // Two of three in a household share a surname.
        long family = index % HOUSEHOLD_SIZE == 1 ? -1L - index : household;
        String surname = surnames.at(dice.below(Dice.Topic.NAME, family, 0, surnames.total()))
                .text("zh");
        String first = given.get(dice.below(Dice.Topic.NAME, index, 1, given.size()));
        return dice.chance(Dice.Topic.NAME, index, 2, 30)
                ? surname + first
                : surname + first + given.get(dice.below(Dice.Topic.NAME, index, 3, given.size()));
    }

    /** Plain ASCII digits whatever the machine's locale. */
    static String digits(long value, int width) {
        String text = Long.toString(value);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
