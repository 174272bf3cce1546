package cn.gongshu.evidence;

import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The last word before an entry is written: how a chain suspended since the decision still stops its use. Runs on the
 * writer's thread, so it answers from memory, at once, and throws nothing.
 */
@FunctionalInterface
public interface Guard {

    /** Lets everything pass: for acts and refusals. */
    Guard NONE = () -> null;

    /** Why the entry may not be written, or null if it may. */
    @Nullable
    Refusal refuses();
}
