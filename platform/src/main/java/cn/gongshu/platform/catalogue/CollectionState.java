package cn.gongshu.platform.catalogue;

/** Whether an item's data has been collected (归集状态). */
public enum CollectionState {
    /** 待归集. */
    TO_BE_COLLECTED,
    /** 已归集. */
    COLLECTED
}
