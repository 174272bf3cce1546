package cn.gongshu.mandate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One dimension of a scope: any value, or only those listed.
 *
 * @param <T> what is chosen: a purpose, a delivery form, a recipient, a column
 */
public sealed interface Choice<T> {

    /** Every value, known now or later. Only links high up in the chain may say so. */
    record Any<T>() implements Choice<T> {}

    /** The values listed and no other; at least one. */
    record Only<T>(Set<T> values) implements Choice<T> {
        public Only {
            values = Set.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a choice of nothing permits nothing");
            }
        }
    }

    static <T> Choice<T> any() {
        return new Any<>();
    }

    @SafeVarargs
    static <T> Choice<T> of(T... values) {
        Set<T> listed = new HashSet<>();
        for (T value : values) {
            listed.add(value);
        }
        return new Only<>(listed);
    }

    static <T> Choice<T> of(Collection<T> values) {
        return new Only<>(Set.copyOf(values));
    }

    default boolean has(T value) {
        return switch (this) {
            case Any<T>() -> true;
            case Only<T>(Set<T> values) -> values.contains(value);
        };
    }

    /** The first value (in their natural order by text) that {@code outer} lacks; empty when this is within it. */
    default Optional<Beyond<T>> beyond(Choice<T> outer) {
        if (outer instanceof Any<T>) {
            return Optional.empty();
        }
        return switch (this) {
            case Any<T>() -> Optional.of(new Beyond<>(Optional.empty()));
            case Only<T>(Set<T> values) ->
                values.stream()
                        .filter(value -> !outer.has(value))
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .findFirst()
                        .map(value -> new Beyond<>(Optional.of(value)));
        };
    }

    /** What makes a choice wider than another: a value, or that it takes any. */
    record Beyond<T>(Optional<T> value) {}

    /** Whether each value of this is one of {@code outer}. */
    default boolean within(Choice<T> outer) {
        return beyond(outer).isEmpty();
    }

    /** True when the values are listed. */
    default boolean listed() {
        return this instanceof Only<T>;
    }
}
