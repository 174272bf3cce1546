package cn.gongshu.platform.product;

/** Whom a product's answer is about. */
enum ProductSubject {
    PERSON,
    HOUSEHOLD,
    FIRM,
    /** Counts over many; nobody in particular. */
    AGGREGATE,
    /** Things only. */
    NONE,
    /** The list does not let one tell. */
    UNDECIDED
}
