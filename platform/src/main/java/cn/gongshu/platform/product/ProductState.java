package cn.gongshu.platform.product;

/** How far a product has come. */
enum ProductState {
    /** On the list. */
    LISTED,
    /** Its registration has been applied for (R074). */
    REGISTRATION_APPLIED
}
