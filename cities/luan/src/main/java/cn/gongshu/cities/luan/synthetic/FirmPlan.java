package cn.gongshu.cities.luan.synthetic;

/** What was planted in a firm: how its insured headcount went over the last twelve months. */
public enum FirmPlan {
    /** The same people throughout, but for a personal gap here and there long ago. */
    STABLE,
    /** A third of today's people joined one after the other in the last twelve months. */
    GROWS,
    /** A third of its people left one after the other in the last twelve months. */
    SHRINKS,
    /** Began six to nine months ago. */
    NEW,
    /** Stable, but in some of the last twelve months it paid for nobody. */
    ARREARS,
    /** Registered, and nobody was ever insured through it. */
    UNSTAFFED
}
