package cn.gongshu.platform.product;

/** How far a product has come. */
enum ProductState {
    /** On the list. */
    LISTED,
    /** Its registration has been applied for (R074). */
    REGISTRATION_APPLIED,
    /** Activated, and its approval and the chain above are in force. */
    LIVE,
    /** Activated, and its approval or a link above is not in force. */
    SUSPENDED
}
