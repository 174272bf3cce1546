package cn.gongshu.cities.luan.annex;

/** Whom a product's answer is about. */
public enum ProductSubject {
    PERSON,
    HOUSEHOLD,
    FIRM,
    /** Counts over many; nobody in particular. */
    AGGREGATE,
    /** Things only. */
    NONE,
    /** The annex does not let one tell. */
    UNDECIDED
}
