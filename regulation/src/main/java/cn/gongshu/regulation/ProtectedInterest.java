package cn.gongshu.regulation;

/** The five interests that stand above supply (R002). */
public enum ProtectedInterest {
    STATE_SECRET,
    PERSONAL_INFORMATION,
    TRADE_SECRET,
    CONFIDENTIAL_BUSINESS,
    PUBLIC_SAFETY
}
