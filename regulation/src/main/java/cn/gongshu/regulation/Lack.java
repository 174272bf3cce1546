package cn.gongshu.regulation;

import cn.gongshu.kernel.Language;

/** What a catalogue item may lack before it can be published. */
public enum Lack {
    /** No column list (Q06). */
    COLUMNS("信息项清单", "column list", "Q06"),
    /** Not all five protected interests decided (R002). */
    INTERESTS("五类受保护利益的判断", "decision on the five protected interests", "R002"),
    /** Personal information, or a subject key, without a data subject that is counted and may object (R002). */
    SUBJECTS("数据主体与其主体键", "data subjects with their keys", "R002"),
    /** No update frequency (R071). */
    FREQUENCY("更新频率", "update frequency", "R071"),
    /** No quality promise (R071). */
    QUALITY_PROMISE("质量要求", "quality promise", "R071");

    private final String zh;
    private final String en;
    private final String clause;

    Lack(String zh, String en, String clause) {
        this.zh = zh;
        this.en = en;
        this.clause = clause;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** Id of the clause that demands it. */
    public String clause() {
        return clause;
    }
}
