package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.regulation.DeliveryForm;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The first law: a child is within its parent exactly when whatever the child permits, the parent permits as well. */
class WithinLawTest {

    private static final int CASES = Integer.getInteger("gongshu.test.cases", 1000);
    private static final List<ItemId> ITEMS = and(RandomLinks.ITEMS, new ItemId("C99-99"));
    private static final List<String> COLUMNS = and(RandomLinks.COLUMNS, "z");
    private static final List<Purpose> PURPOSES = and(RandomLinks.PURPOSES, new Purpose("z"));
    private static final List<PartyId> RECIPIENTS = and(RandomLinks.RECIPIENTS, new PartyId("z"));

    @Test
    void a_scope_is_within_another_exactly_when_every_use_it_permits_is_permitted_there() {
        Random random = new Random(31);
        int within = 0;
        for (int i = 0; i < CASES; i++) {
            RandomLinks links = new RandomLinks(random);
            Scope parent = links.scope();
            Scope child = links.near(parent);
            assertThat(child.within(parent)).as("%s within %s", child, parent).isEqualTo(permitsNoMore(child, parent));
            within += child.within(parent) ? 1 : 0;
        }
        assertThat(within).as("both answers occur").isBetween(CASES / 20, CASES * 19 / 20);
    }

    @Test
    void conditions_are_within_others_exactly_when_what_they_let_pass_those_let_pass_as_strictly() {
        Random random = new Random(32);
        int within = 0;
        for (int i = 0; i < CASES; i++) {
            RandomLinks links = new RandomLinks(random);
            Conditions parent = links.conditions();
            Conditions child = links.near(parent);
            assertThat(child.within(parent)).as("%s within %s", child, parent).isEqualTo(passNoMore(child, parent));
            within += child.within(parent) ? 1 : 0;
        }
        assertThat(within).as("both answers occur").isBetween(CASES / 20, CASES * 19 / 20);
    }

    @Test
    void within_is_reflexive_and_transitive() {
        Random random = new Random(33);
        int chains = 0;
        for (int i = 0; i < CASES * 5; i++) {
            RandomLinks links = new RandomLinks(random);
            Scope top = links.scope();
            Scope middle = links.near(top);
            Scope low = links.near(middle);
            Conditions above = links.conditions();
            Conditions between = links.near(above);
            Conditions below = links.near(between);
            assertThat(top.within(top)).isTrue();
            assertThat(above.within(above)).isTrue();
            if (low.within(middle) && middle.within(top)) {
                assertThat(low.within(top)).isTrue();
                chains++;
            }
            if (below.within(between) && between.within(above)) {
                assertThat(below.within(above)).isTrue();
                chains++;
            }
        }
        assertThat(chains).isPositive();
    }

    @Test
    void an_unknown_condition_is_within_nothing_and_nothing_within_it() {
        Condition unknown = new Condition.UnknownCondition("place", Map.of());
        assertThat(Conditions.of(unknown).within(Conditions.of(unknown))).isFalse();
        assertThat(Conditions.of().within(Conditions.of(unknown))).isFalse();
    }

    private static boolean permitsNoMore(Scope child, Scope parent) {
        for (ItemId item : ITEMS) {
            for (String column : COLUMNS) {
                for (Level level : Level.values()) {
                    if (reaches(child, item, column, level) && !reaches(parent, item, column, level)) {
                        return false;
                    }
                }
            }
        }
        return PURPOSES.stream()
                        .allMatch(p ->
                                !child.purposes().has(p) || parent.purposes().has(p))
                && List.of(DeliveryForm.values()).stream()
                        .allMatch(f -> !child.forms().has(f) || parent.forms().has(f))
                && RECIPIENTS.stream()
                        .allMatch(r -> !child.recipients().has(r)
                                || parent.recipients().has(r))
                && child.floor().k() >= parent.floor().k();
    }

    private static boolean reaches(Scope scope, ItemId item, String column, Level level) {
        ItemScope reached = scope.items().get(item);
        return reached != null && reached.columns().has(column) && !level.above(reached.maximum());
    }

    /** Every minute, every standing of a firm's consent; and what is charged for what passes. */
    private static boolean passNoMore(Conditions child, Conditions parent) {
        for (int minute = 0; minute < 1440; minute++) {
            for (String text : new String[] {"none", "v1", "v2"}) {
                boolean more = passes(child, minute, text) && !passes(parent, minute, text);
                if (more) {
                    return false;
                }
            }
        }
        Condition price = parent.byKind().get("metered");
        return price == null || price.equals(child.byKind().get("metered"));
    }

    private static boolean passes(Conditions conditions, int minute, String text) {
        return conditions.all().stream().allMatch(condition -> switch (condition) {
            case Condition.HoursOfDay hours -> hours.contains(minute);
            case Condition.SubjectConsent(String version) ->
                !text.equals("none") && (version == null || version.equals(text));
            case Condition.Metered metered -> true;
            case Condition.UnknownCondition unknown -> false;
        });
    }

    private static <T> List<T> and(List<T> values, T other) {
        List<T> all = new ArrayList<>(values);
        all.add(other);
        return all;
    }
}
