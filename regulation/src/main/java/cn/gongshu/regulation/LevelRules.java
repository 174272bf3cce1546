package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;

/** How the level of a catalogue item comes about and changes. */
public final class LevelRules {

    private LevelRules() {}

    /** The two sides that together may lower or correct a level. */
    public enum Side {
        DATA_PROVIDER("数据提供单位", "the data provider"),
        IMPLEMENTING_AGENCY("实施机构", "the implementing agency");

        private final String zh;
        private final String en;

        Side(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Side other() {
            return this == DATA_PROVIDER ? IMPLEMENTING_AGENCY : DATA_PROVIDER;
        }
    }

    /** When a change of level takes effect. */
    public enum Effect {
        /** A raise: at once, whoever of the two asks. */
        AT_ONCE,
        /** Anything else: when the other side has confirmed it. */
        WAITS_FOR_OTHER_SIDE
    }

    /**
     * A change of level, as asked for.
     *
     * @param askedBy the side that asks
     * @param documented a document with title, number and hash is attached (evidence of masking, or of the mistake)
     */
    public record Change(ItemId item, Level from, Level to, Side askedBy, boolean documented) {}

    /** The level of an item from those of its columns: the strictest; a column without one counts as the highest. */
    @Clause("I05")
    public static Level strictest(Collection<? extends @Nullable Level> columns) {
        Level strictest = Level.L1;
        for (Level column : columns) {
            Level counted = column == null && Rules.on("I05") ? Level.CORE : column;
            strictest = counted == null ? strictest : strictest.strictest(counted);
        }
        return columns.isEmpty() && Rules.on("I05") ? Level.CORE : strictest;
    }

    /** Raising protects, so it never waits; lowering and correcting need both sides and a document. */
    @Clause("R072a")
    public static Outcome<Effect> ask(Change change) {
        if (change.to().above(change.from()) || !Rules.on("R072a")) {
            return Outcome.done(Effect.AT_ONCE);
        }
        if (!change.documented()) {
            return Outcome.refused(Refusal.of(ErrorCode.DOCUMENT_REQUIRED).under("R072a"));
        }
        return Outcome.done(Effect.WAITS_FOR_OTHER_SIDE);
    }

    /** The level in force after the other side has confirmed. */
    @Clause("R072a")
    public static Outcome<Level> confirm(Change change, Side confirming) {
        if (!Rules.on("R072a") || confirming != change.askedBy()) {
            return Outcome.done(change.to());
        }
        Side other = change.askedBy().other();
        Map<String, String> details = Map.of(
                "what", "目录项 " + change.item() + " 的定级变更",
                "what@en", "The level change of " + change.item(),
                "state", "待" + other.zh + "确认",
                "state@en", "waiting for " + other.en,
                "operation", "由" + confirming.zh + "确认",
                "operation@en", "be confirmed by " + confirming.en);
        return Outcome.refused(Refusal.of(ErrorCode.WRONG_STATE, details).under("R072a"));
    }
}
