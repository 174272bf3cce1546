package cn.gongshu.cities.luan.synthetic;

/** Who was insured when, and through whom. */
final class Insurance {

    private static final int LAST_YEAR = History.MONTHS - 12;
    private static final int SPREAD = 11;

    private final Dice dice;
    private final FirmLayout layout;

    Insurance(Dice dice, FirmLayout layout) {
        this.dice = dice;
        this.layout = layout;
    }

    boolean insured(Person person) {
        return person.role() == Role.EMPLOYEE || person.role() == Role.FLEXIBLE;
    }

    /** The 36 months of an insured person. */
    Timeline timeline(Person person) {
        return person.role() == Role.EMPLOYEE ? employee(person) : flexible(person);
    }

    /** Contribution base of a month in yuan: set each July, four percent more than the year before. */
    int base(Person person, int month) {
        long base = 3_600L + 10L * dice.below(Dice.Topic.BASE, person.index(), 0, 1_140);
        int julys = (month + 4) / 12;
        for (int i = 0; i < julys; i++) {
            base = base * 104 / 100;
        }
        return (int) base;
    }

    int postedDay(Person person, int month) {
        return 8 + dice.below(Dice.Topic.POSTED, person.index(), month, 18);
    }

    /** The months in which a firm paid for nobody: some of the last twelve, in one stretch. */
    long arrears(int firm) {
        if (layout.plan(firm) != FirmPlan.ARREARS) {
            return 0;
        }
        if (firm == DemoPlaces.ARREARS_FIRM) {
            return DemoPlaces.FIRM_ARREARS;
        }
        int length = 1 + dice.below(Dice.Topic.FIRM_ARREARS, firm, 0, 6);
        int start = LAST_YEAR + dice.below(Dice.Topic.FIRM_ARREARS, firm, 1, 12 - length);
        return History.span(start, start + length);
    }

    /** The months in which a firm's {@code place}-th person is insured through it, personal gaps apart. */
    private long spell(int firm, int place) {
        int size = layout.size(firm);
        int core = size * 2 / 3;
        int turn = LAST_YEAR + 1 + (place - core) * SPREAD / Math.max(1, size - core);
        return switch (layout.plan(firm)) {
            case STABLE, ARREARS -> History.span(0, History.MONTHS);
            case NEW -> History.span(Firms.newFirmStart(dice, firm), History.MONTHS);
            case GROWS -> History.span(place < core ? 0 : turn, History.MONTHS);
            case SHRINKS -> History.span(0, place < core ? History.MONTHS : turn);
            case UNSTAFFED -> 0;
        };
    }

    private Timeline employee(Person person) {
        int firm = layout.firmOf(person.rank());
        int place = person.rank() - layout.start(firm);
        long spell = spell(firm, place);
        long employed = spell & ~employeeGap(person, firm, place);
        long flexible = 0;
        int end = Long.SIZE - Long.numberOfLeadingZeros(spell);
        if (end < History.MONTHS && dice.chance(Dice.Topic.EMPLOYEE, person.index(), 0, 50)) {
            int restart = end + dice.below(Dice.Topic.EMPLOYEE, person.index(), 1, 4);
            flexible = History.span(restart, History.MONTHS);
        }
        return new Timeline(firm, employed, flexible, arrears(firm) & employed, firstMonth(person, employed));
    }

    /**
     * One in 25 of an old firm's people was away for one to three months, all in the first two years: too few and too
     * early to turn a stable firm's trend.
     */
    private long employeeGap(Person person, int firm, int place) {
        boolean core = layout.plan(firm) != FirmPlan.NEW && place < layout.size(firm) * 2 / 3;
        if (!core || place % 25 != 7) {
            return 0;
        }
        int start = 3 + dice.below(Dice.Topic.EMPLOYEE, person.index(), 2, 17);
        return History.span(start, start + 1 + dice.below(Dice.Topic.EMPLOYEE, person.index(), 3, 3));
    }

    private Timeline flexible(Person person) {
        if (person.rank() < DemoPlaces.FLEXIBLE.size()) {
            return DemoPlaces.FLEXIBLE.get(person.rank());
        }
        int index = person.index();
        int start =
                dice.chance(Dice.Topic.FLEXIBLE, index, 0, 80) ? 0 : 1 + dice.below(Dice.Topic.FLEXIBLE, index, 1, 28);
        int habit = dice.below(Dice.Topic.FLEXIBLE, index, 2, 100);
        if (habit < 15) {
            int end = start + 2 + dice.below(Dice.Topic.FLEXIBLE, index, 3, History.MONTHS - 3 - start);
            long due = History.span(start, end);
            return new Timeline(-1, 0, due, 0, firstMonth(person, due));
        }
        return irregular(person, start, habit < 55 ? 0 : 1 + dice.below(Dice.Topic.FLEXIBLE, index, 4, 4));
    }

    /** Insured from {@code start} on, with so many months absent or unpaid, never the first nor the last. */
    private Timeline irregular(Person person, int start, int gaps) {
        int index = person.index();
        long absent = 0;
        long unpaid = 0;
        for (int i = 0; i < gaps; i++) {
            int month = start + 1 + dice.below(Dice.Topic.FLEXIBLE, index, 5 + i, History.MONTHS - 2 - start);
            if (dice.chance(Dice.Topic.FLEXIBLE, index, 10 + i, 50)) {
                absent |= 1L << month;
            } else {
                unpaid |= 1L << month;
            }
        }
        long due = History.span(start, History.MONTHS) & ~absent;
        return new Timeline(-1, 0, due, unpaid & due, firstMonth(person, due));
    }

    /** Whoever is insured when the history begins may have been for up to ten years, but not before turning sixteen. */
    private int firstMonth(Person person, long due) {
        int first = Long.numberOfTrailingZeros(due);
        if (first > 0) {
            return first;
        }
        int sixteen = History.numberOf(
                (person.born().getYear() + 16) * 100 + person.born().getMonthValue());
        return Math.max(Math.min(sixteen, 0), -dice.below(Dice.Topic.FIRST_MONTH, person.index(), 0, 120));
    }
}
