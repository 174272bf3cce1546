package cn.gongshu.cities.luan.item;

/** Types of an item's columns, each with the Java class its values have. */
public enum ItemColumnType {
    /** {@link String}. */
    TEXT,
    /** {@link Integer}. */
    INT,
    /** {@link Long}. */
    LONG,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link Integer} yyyymm, such as 202610: sorts and groups on every engine alike. */
    MONTH
}
