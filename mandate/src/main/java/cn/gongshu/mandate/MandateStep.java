package cn.gongshu.mandate;

import cn.gongshu.kernel.Language;

/** The steps in the life of a link; {@link MandateLife} says which is possible when. */
public enum MandateStep {
    /** A second officer confirms what the first entered. */
    CONFIRM("确认", "be confirmed"),
    /** The last signature needed is there. */
    SIGN("签署", "be signed"),
    SUSPEND("暂停执行", "be suspended"),
    RESUME("恢复执行", "be resumed"),
    TERMINATE("提前终止", "be terminated");

    private final String zh;
    private final String en;

    MandateStep(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
