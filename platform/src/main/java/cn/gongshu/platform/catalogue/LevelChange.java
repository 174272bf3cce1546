package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.act.Document;
import cn.gongshu.regulation.LevelRules.Side;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * One change of an item's level (R072a).
 *
 * @param n number within the item, from 1
 * @param from level before, or null for the first
 * @param document the evidence, needed for everything but a raise
 * @param confirmed who confirmed it and when, or null
 */
record LevelChange(
        int n,
        Kind kind,
        @Nullable Level from,
        Level to,
        String reason,
        @Nullable Document document,
        State state,
        Side side,
        By asked,
        @Nullable By confirmed) {

    /** Why the level moved. */
    enum Kind {
        /** The declared columns give it (I05). */
        GRADED,
        RAISED,
        /** Lowered, or a mistaken raise corrected: by both sides. */
        LOWERED
    }

    /** Where a change stands. */
    enum State {
        IN_FORCE,
        /** Waits for the other side. */
        PENDING,
        /** Another change came before it was confirmed. */
        OVERTAKEN
    }

    /** An officer's doing. */
    record By(String organisation, String officer, Instant at) {}

    /** A change as asked for. */
    record Asked(Level level, String reason, @Nullable Document document) {}

    static Refusal notFound(String item, int n) {
        return Refusal.of(
                ErrorCode.NOT_FOUND,
                Map.of("what", "定级变更 " + item + "/" + n, "what@en", "level change " + item + "/" + n));
    }

    Refusal notPending(String item) {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                Map.of(
                        "what",
                        "目录项 " + item + " 的定级变更",
                        "what@en",
                        "The level change of " + item,
                        "state",
                        state == State.IN_FORCE ? "已生效" : "已被后来的变更取代",
                        "state@en",
                        state == State.IN_FORCE ? "in force" : "overtaken by a later change",
                        "operation",
                        "再次确认",
                        "operation@en",
                        "be confirmed"));
    }
}
