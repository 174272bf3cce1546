package cn.gongshu.cities.luan.product;

/** The shape of a product's query, which the governed door checks. */
public enum QueryShape {
    /** One row per data subject, served to nobody but on that subject's consented lookup. */
    SUBJECT_ROWS,
    /** One aggregate over declared dimensions, shown above the floor. */
    AGGREGATE
}
