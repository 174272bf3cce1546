package cn.gongshu.regulation;

/** Where the annex leaves one item that a product needs. */
public enum NeedState {
    /** Already collected. */
    COLLECTED,
    /** In the annex, marked 待归集. */
    TO_BE_COLLECTED,
    /** Not in the annex at all. */
    MISSING
}
