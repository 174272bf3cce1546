package cn.gongshu.regulation;

import java.util.Collection;

/** What a product may promise about how fresh its answers are. */
public final class FreshnessRules {

    private FreshnessRules() {}

    /**
     * Whether a product may be called real-time: only when each of its sources is. Annex 1 promises 每日 for buses and
     * parking that annex 2 wants 实时.
     */
    @Clause("Q07")
    public static boolean mayBeCalledRealTime(Collection<UpdateFrequency> sources) {
        return !Rules.on("Q07")
                || (!sources.isEmpty() && sources.stream().allMatch(source -> source == UpdateFrequency.REAL_TIME));
    }
}
