package cn.gongshu.platform.catalogue;

/** What may become of a column in a governed query (列控制). */
public enum ColumnControl {
    /** Free. */
    PLAIN,
    /** Only inside an aggregate or in its subject's own row. */
    AFTER_AGGREGATION,
    /** May name the groups of an aggregate. */
    GROUP_KEY,
    /** Only in a declared join. */
    JOIN_KEY,
    /** Names a data subject: keys the subject's own row, counts for the floor, joins as declared; never in an output. */
    SUBJECT_KEY,
    /** Not at all. */
    NEVER
}
