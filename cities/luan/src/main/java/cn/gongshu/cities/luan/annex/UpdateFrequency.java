package cn.gongshu.cities.luan.annex;

/** How often a catalogue item is brought up to date (T13, R071). */
public enum UpdateFrequency {
    DAILY,
    MONTHLY
}
