package cn.gongshu.query.governed;

/** What a query does with a column, and the controls that let it. */
enum ColumnUse {
    /** Names the groups of an aggregate over many subjects. */
    GROUP("分组"),
    /** Chooses rows of an aggregate over many subjects. */
    FILTER("筛选"),
    /** Is added up over many subjects. */
    SUM("求和"),
    /** Is added up, or the smallest or largest, within one subject's own row. */
    OWN_ROW("主体本行的汇总"),
    /** Is listed within one subject's own row. */
    OWN_LIST("主体本行的列表"),
    /** Chooses what goes into one subject's own row, by being equal to a constant or not. */
    OWN_CONDITION("主体本行的条件"),
    /** Chooses what goes into one subject's own row, by lying between constants or being like one. */
    OWN_RANGE("主体本行的范围条件"),
    /** As {@link #OWN_ROW}, of rows about others than the subject of the row, such as a firm's staff. */
    OTHERS_ROW("以他人的数据汇总"),
    /** As {@link #OWN_LIST}, of rows about others. */
    OTHERS_LIST("列出他人的数据"),
    /** As {@link #OWN_CONDITION}, of rows about others. */
    OTHERS_CONDITION("以他人的数据为条件"),
    /** As {@link #OWN_RANGE}, of rows about others: step by step it would tell a value. */
    OTHERS_RANGE("以他人数据的范围为条件"),
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
            case GROUP_KEY -> this != SUM && this != OTHERS_ROW;
            case AFTER_AGGREGATION ->
                switch (this) {
                    case GROUP, FILTER, OTHERS_ROW, OTHERS_LIST, OTHERS_RANGE -> false;
                    case SUM, OWN_ROW, OWN_LIST, OWN_CONDITION, OWN_RANGE, OTHERS_CONDITION, COUNTED -> true;
                };
            case SUBJECT_KEY -> this == COUNTED;
            case JOIN_KEY, NEVER -> false;
        };
    }

    /** The use of a column in a condition that stands inside an expression of this use. */
    ColumnUse condition() {
        return switch (this) {
            case GROUP, FILTER, SUM -> FILTER;
            case OWN_ROW, OWN_LIST, OWN_CONDITION, OWN_RANGE, COUNTED -> OWN_CONDITION;
            case OTHERS_ROW, OTHERS_LIST, OTHERS_CONDITION, OTHERS_RANGE -> OTHERS_CONDITION;
        };
    }

    /** The use of a column that a condition of this use holds against a range. */
    ColumnUse range() {
        return this == OWN_CONDITION ? OWN_RANGE : this;
    }

    /** The same use of a column whose rows are about others than the subject of the row that is made. */
    ColumnUse ofOthers() {
        return switch (this) {
            case OWN_ROW -> OTHERS_ROW;
            case OWN_LIST -> OTHERS_LIST;
            case OWN_CONDITION -> OTHERS_CONDITION;
            case OWN_RANGE -> OTHERS_RANGE;
            case GROUP, FILTER, SUM, COUNTED, OTHERS_ROW, OTHERS_LIST, OTHERS_CONDITION, OTHERS_RANGE -> this;
        };
    }
}
