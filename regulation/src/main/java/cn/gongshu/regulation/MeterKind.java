package cn.gongshu.regulation;

import cn.gongshu.kernel.Language;

/** What a price is counted by (N65 三, R128). */
public enum MeterKind {
    PRODUCT_COUNT("产品数量", "products"),
    SERVICE_COUNT("服务次数", "answered calls"),
    SERVICE_TIME("服务时间", "service time"),
    DATA_CALLS("数据调用量", "data called");

    private final String zh;
    private final String en;

    MeterKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
