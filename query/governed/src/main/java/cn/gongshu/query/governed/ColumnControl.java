package cn.gongshu.query.governed;

/** What may become of a column in a governed query (列控制). Strictest first match wins: there is one per column. */
public enum ColumnControl {
    /** Groups, filters, sums and the subject's own row. */
    PLAIN("不限"),
    /** Only inside an aggregate, or in its subject's own row. */
    AFTER_AGGREGATION("聚合后可用"),
    /** Names groups and filters rows; in its subject's own row too. */
    GROUP_KEY("可分组"),
    /** Only in a declared join. */
    JOIN_KEY("仅供联接"),
    /** Names a data subject: keys the subject's own row, is counted, joins as declared; never in an output. */
    SUBJECT_KEY("主体标识"),
    /** Not at all. */
    NEVER("不得使用");

    private final String zh;

    ColumnControl(String zh) {
        this.zh = zh;
    }

    /** Its Chinese name, as refusals say it. */
    public String zh() {
        return zh;
    }

    boolean identity() {
        return this == JOIN_KEY || this == SUBJECT_KEY;
    }
}
