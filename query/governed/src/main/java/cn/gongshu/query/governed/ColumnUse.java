package cn.gongshu.query.governed;

/** What a query does with a column, and the controls that let it. */
enum ColumnUse {
    /** Names the groups of an aggregate over many subjects. */
    GROUP("分组"),
    /** Chooses rows of an aggregate over many subjects. */
    FILTER("筛选"),
    /** Is added up over many subjects. */
    SUM("求和"),
    /** Is aggregated within one subject's own row. */
    OWN_ROW("主体本行的汇总"),
    /** Chooses what goes into one subject's own row. */
    OWN_CONDITION("主体本行的条件"),
    /** Is counted without being shown. */
    COUNTED("去重计数");

    private final String zh;

    ColumnUse(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    boolean allows(ColumnControl control) {
        return switch (control) {
            case PLAIN -> true;
            case GROUP_KEY -> this != SUM;
            case AFTER_AGGREGATION -> this != GROUP && this != FILTER;
            case SUBJECT_KEY -> this == COUNTED;
            case JOIN_KEY, NEVER -> false;
        };
    }

    /** The use of a column in a condition that stands inside an expression of this use. */
    ColumnUse condition() {
        return switch (this) {
            case GROUP, FILTER, SUM -> FILTER;
            case OWN_ROW, OWN_CONDITION, COUNTED -> OWN_CONDITION;
        };
    }
}
