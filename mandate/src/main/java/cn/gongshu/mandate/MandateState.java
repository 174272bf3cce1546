package cn.gongshu.mandate;

import cn.gongshu.kernel.Language;

/** The states of a link. The first five are recorded; the last two follow from a recorded one and the legal date. */
public enum MandateState {
    /** Entered by one officer. */
    ENTERED("待确认", "waiting to be confirmed"),
    /** Confirmed by another; not signed by every party yet. */
    CONFIRMED("待签署", "waiting to be signed"),
    /** Signed by every party that must. In force while its term runs. */
    SIGNED("已签署", "signed"),
    /** Out of force by an act, until resumed. */
    SUSPENDED("暂停执行", "suspended"),
    /** Ended by an act, for good. */
    TERMINATED("提前终止", "terminated"),
    /** Signed, and the legal date is in its term. */
    IN_FORCE("生效中", "in force"),
    /** Signed or suspended, and its term is over. */
    EXPIRED("已届满", "expired");

    private final String zh;
    private final String en;

    MandateState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** False for what follows from the date. */
    public boolean recorded() {
        return this != IN_FORCE && this != EXPIRED;
    }
}
