package cn.gongshu.cities.luan.annex;

/** The forms annex 2 knows (R073): 接口, 数据集, 算法模型, 报告. */
public enum DeliveryForm {
    API,
    DATA_SET,
    MODEL,
    REPORT
}
