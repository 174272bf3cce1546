package cn.gongshu.cities.luan.item;

/** The five interests the plan protects (R002). */
public enum ProtectedInterest {
    STATE_SECRET,
    PERSONAL_INFORMATION,
    TRADE_SECRET,
    CONFIDENTIAL_BUSINESS,
    PUBLIC_SAFETY
}
