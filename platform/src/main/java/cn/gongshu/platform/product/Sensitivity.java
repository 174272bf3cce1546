package cn.gongshu.platform.product;

/** What makes a product's data sensitive, beyond being about someone. */
enum Sensitivity {
    FINANCIAL,
    HEALTH,
    PROPERTY,
    MINORS,
    ELDERLY,
    TRADE_SECRET,
    AUTOMATED_DECISION
}
