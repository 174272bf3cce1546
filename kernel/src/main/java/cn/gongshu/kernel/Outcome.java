package cn.gongshu.kernel;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What came of something asked for: done, or refused with a reason. A refusal is an answer; faults are exceptions.
 *
 * @param <T> what is there when it was done
 */
public sealed interface Outcome<T> {

    /** Done, with its result. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Refused, with clause, reason and who can fix it. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> next) {
        return switch (this) {
            case Done<T>(T value) -> done(next.apply(value));
            case Refused<T>(Refusal refusal) -> refused(refusal);
        };
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> refused(refusal);
        };
    }

    default void ifDone(Consumer<? super T> action) {
        if (this instanceof Done<T>(T value)) {
            action.accept(value);
        }
    }

    /** The result, or the refusal thrown as {@link RefusedException} for an edge that speaks in exceptions. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(Refusal refusal) -> throw new RefusedException(refusal);
        };
    }
}
