package cn.gongshu.regulation;

import java.util.Collection;

/** How far the published catalogue carries a product (就绪度). */
public enum Readiness {
    /** Every needed item is collected. */
    READY,
    /** Some needed item is collected, and some is to be collected or missing. */
    PARTIAL,
    /** Some needed items are in the annex, and all of those are to be collected. */
    WAITS,
    /** No needed item is in the annex. */
    BLOCKED;

    /** Computed from the items' declared states alone, never stated by hand. */
    @Clause("R162")
    public static Readiness of(Collection<NeedState> needs) {
        boolean collected = needs.contains(NeedState.COLLECTED);
        boolean toBeCollected = needs.contains(NeedState.TO_BE_COLLECTED);
        if (!Rules.on("R162")) {
            return READY;
        }
        if (!collected) {
            return toBeCollected ? WAITS : BLOCKED;
        }
        return toBeCollected || needs.contains(NeedState.MISSING) ? PARTIAL : READY;
    }
}
