package cn.gongshu.regulation;

/** How often a catalogue item is brought up to date, fastest first (R071). */
public enum UpdateFrequency {
    REAL_TIME,
    DAILY,
    MONTHLY
}
