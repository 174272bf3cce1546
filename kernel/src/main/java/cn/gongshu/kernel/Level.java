package cn.gongshu.kernel;

/** Level of data by GB/T 43697: four sub-levels of general data, then important, then core. Strictest wins (I05). */
public enum Level {
    L1,
    L2,
    L3,
    L4,
    IMPORTANT,
    CORE;

    /** The stricter of two levels (就高从严). */
    public Level strictest(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean above(Level other) {
        return compareTo(other) > 0;
    }
}
