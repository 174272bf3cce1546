package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.MeterKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random scopes and conditions over a universe small enough to try every use in it. */
public final class RandomLinks {

    public static final List<ItemId> ITEMS = List.of(new ItemId("C01-01"), new ItemId("C01-02"));
    public static final List<String> COLUMNS = List.of("a", "b");
    public static final List<Purpose> PURPOSES = List.of(new Purpose("p"), new Purpose("q"));
    public static final List<DeliveryForm> FORMS = List.of(DeliveryForm.API, DeliveryForm.DATA_SET);
    public static final List<PartyId> RECIPIENTS = List.of(new PartyId("r"), new PartyId("s"));
    public static final List<Level> LEVELS = List.of(Level.L1, Level.L2, Level.L3);
    public static final List<Integer> MINUTES = List.of(0, 480, 720, 1200, 1439);

    private final Random random;

    public RandomLinks(Random random) {
        this.random = random;
    }

    public Scope scope() {
        List<ItemScope> items = new ArrayList<>();
        for (ItemId item : some(ITEMS)) {
            items.add(new ItemScope(item, choice(COLUMNS), LEVELS.get(random.nextInt(3))));
        }
        return Scope.of(items, choice(PURPOSES), choice(FORMS), choice(RECIPIENTS), new Floor(1 + random.nextInt(2)));
    }

    /** A scope close to another: narrower, wider or the same in a respect or two. */
    public Scope near(Scope scope) {
        Scope other = scope();
        return new Scope(
                random.nextInt(3) == 0 ? other.items() : scope.items(),
                pick(scope.purposes(), other.purposes()),
                pick(scope.forms(), other.forms()),
                pick(scope.recipients(), other.recipients()),
                random.nextInt(3) == 0 ? other.floor() : scope.floor());
    }

    public Conditions conditions() {
        List<Condition> conditions = new ArrayList<>();
        sometimes(conditions, () -> {
            int from = random.nextInt(MINUTES.size() - 1);
            int until = from + 1 + random.nextInt(MINUTES.size() - from - 1);
            return new Condition.HoursOfDay(MINUTES.get(from), MINUTES.get(until));
        });
        sometimes(conditions, () -> new Condition.SubjectConsent(random.nextBoolean() ? null : "v1"));
        sometimes(conditions, () -> new Condition.Metered(new Money(1 + random.nextInt(2)), MeterKind.SERVICE_COUNT));
        return Conditions.of(conditions);
    }

    /** Conditions close to others: one kept, dropped or drawn again. */
    public Conditions near(Conditions conditions) {
        Conditions other = conditions();
        List<Condition> mixed = new ArrayList<>();
        for (String kind : List.of("hours-of-day", "subject-consent", "metered")) {
            Condition chosen =
                    (random.nextInt(3) == 0 ? other : conditions).byKind().get(kind);
            if (chosen != null) {
                mixed.add(chosen);
            }
        }
        return Conditions.of(mixed);
    }

    private void sometimes(List<Condition> conditions, Supplier<Condition> condition) {
        if (random.nextBoolean()) {
            conditions.add(condition.get());
        }
    }

    private <T> Choice<T> choice(List<T> values) {
        return random.nextInt(4) == 0 ? Choice.any() : Choice.of(some(values));
    }

    private <T> Choice<T> pick(Choice<T> usual, Choice<T> other) {
        return random.nextInt(3) == 0 ? other : usual;
    }

    private <T> List<T> some(List<T> values) {
        List<T> some = new ArrayList<>(values);
        some.removeIf(value -> random.nextInt(3) == 0);
        return some.isEmpty() ? List.of(values.get(random.nextInt(values.size()))) : some;
    }
}
