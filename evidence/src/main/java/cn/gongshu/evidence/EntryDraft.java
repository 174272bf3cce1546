package cn.gongshu.evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;

/** An entry that lacks only its machine time, which the writer gives so that it never goes back along the log. */
@FunctionalInterface
public interface EntryDraft {

    /** The entry with this time in its head. Runs on the writer's thread: no waiting, no side effects. */
    Entry at(Instant machineTime);

    /** The salt of the answer commitment; kept beside the entry for receipts, never in it. */
    default @Nullable Salt salt() {
        return null;
    }

    /** A draft of an entry that commits to an answer. */
    static EntryDraft salted(Salt salt, Function<Instant, ? extends Entry> entry) {
        return new EntryDraft() {
            @Override
            public Entry at(Instant machineTime) {
                return entry.apply(machineTime);
            }

            @Override
            public Salt salt() {
                return salt;
            }
        };
    }
}
