package cn.gongshu.regulation;

import cn.gongshu.kernel.Language;

/** The forms in which a product is delivered (R073). */
public enum DeliveryForm {
    API("接口", "API"),
    DATA_SET("数据集", "data set"),
    MODEL("算法模型", "model"),
    REPORT("报告", "report");

    private final String zh;
    private final String en;

    DeliveryForm(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
