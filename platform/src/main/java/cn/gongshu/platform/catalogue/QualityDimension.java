package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Language;

/** Dimensions of data quality by GB/T 36344 (R088). */
enum QualityDimension {
    ACCURACY("准确性", "accuracy"),
    COMPLETENESS("完整性", "completeness"),
    CONSISTENCY("一致性", "consistency"),
    NORMATIVITY("规范性", "normativity"),
    TIMELINESS("时效性", "timeliness"),
    ACCESSIBILITY("可访问性", "accessibility");

    private final String zh;
    private final String en;

    QualityDimension(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
