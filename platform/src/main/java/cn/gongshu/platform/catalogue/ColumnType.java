package cn.gongshu.platform.catalogue;

/** Types of an item's columns. */
public enum ColumnType {
    TEXT,
    /** Whole number of 32 bits. */
    INT,
    /** Whole number of 64 bits. */
    LONG,
    DATE,
    /** Whole number yyyymm, such as 202610. */
    MONTH
}
