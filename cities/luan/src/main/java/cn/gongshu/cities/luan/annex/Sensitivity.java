package cn.gongshu.cities.luan.annex;

/** What makes a product's data sensitive, beyond being about someone. */
public enum Sensitivity {
    FINANCIAL,
    HEALTH,
    PROPERTY,
    MINORS,
    ELDERLY,
    TRADE_SECRET,
    AUTOMATED_DECISION
}
