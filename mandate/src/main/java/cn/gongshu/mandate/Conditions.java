package cn.gongshu.mandate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The conditions of one link, at most one of each kind.
 *
 * @param byKind in the order of their kinds' names
 */
public record Conditions(Map<String, Condition> byKind) {

    public Conditions {
        byKind = collect(byKind.values());
    }

    public static Conditions of(Condition... conditions) {
        return of(Arrays.asList(conditions));
    }

    /** @throws IllegalArgumentException when a kind stands twice: two of a kind could not be compared with a parent's */
    public static Conditions of(Collection<Condition> conditions) {
        return new Conditions(collect(conditions));
    }

    private static Map<String, Condition> collect(Collection<Condition> conditions) {
        Map<String, Condition> byKind = new TreeMap<>();
        for (Condition condition : conditions) {
            if (byKind.put(condition.kind(), condition) != null) {
                throw new IllegalArgumentException("condition " + condition.kind() + " stands twice");
            }
        }
        return Collections.unmodifiableMap(byKind);
    }

    public Collection<Condition> all() {
        return byKind.values();
    }

    /** Whether each condition of the parent is met by one here that is at least as strict. */
    public boolean within(Conditions parent) {
        return laxer(parent).isEmpty();
    }

    /** The first condition of the parent that is missing here or laxer. */
    public Optional<Condition> laxer(Conditions parent) {
        return parent.all().stream()
                .filter(condition -> {
                    Condition own = byKind.get(condition.kind());
                    return own == null || !own.within(condition);
                })
                .findFirst();
    }

    /** The first condition that this program does not know. */
    public Optional<Condition> unknown() {
        return all().stream()
                .filter(condition -> condition instanceof Condition.UnknownCondition)
                .findFirst();
    }
}
