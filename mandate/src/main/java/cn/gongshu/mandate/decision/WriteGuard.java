package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Asked right before an entry is written, and again before its answer leaves: whether the use is still allowed. Answers
 * from memory, throws nothing.
 */
@FunctionalInterface
public interface WriteGuard {

    /** Why it is no longer allowed, or null. */
    @Nullable
    Refusal refuses();
}
