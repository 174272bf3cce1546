package cn.gongshu.cities.luan.synthetic;

import java.util.List;

/** What is fixed in every city for the story: the first flexible ranks and the first firms. */
final class DemoPlaces {

    static final int GROWING_FIRM = 0;
    static final int SHRINKING_FIRM = 1;
    static final int STABLE_FIRM = 2;
    static final int NEW_FIRM = 3;
    static final int ARREARS_FIRM = 4;
    static final int SILENT_FIRM = 5;

    /** April to July 2026. */
    static final long FIRM_ARREARS = months(202604, 202605, 202606, 202607);

    static final int INTERRUPTED = 0;
    static final int SILENT = 1;
    static final int WITHDRAWS = 2;
    static final int OPTED_OUT = 3;
    static final int BROUGHT = 4;

    private static final long ALL = History.span(0, History.MONTHS);

    /** Timelines of the first flexible ranks. */
    static final List<Timeline> FLEXIBLE = List.of(
            new Timeline(-1, 0, ALL & ~months(202503, 202504), months(202601), -11),
            new Timeline(-1, 0, ALL, 0, -7),
            new Timeline(-1, 0, ALL & ~months(202407), 0, -9),
            new Timeline(-1, 0, ALL, 0, -3),
            new Timeline(-1, 0, ALL & ~months(202512), 0, -10));

    private DemoPlaces() {}

    private static long months(int... yyyymm) {
        long set = 0;
        for (int each : yyyymm) {
            set |= 1L << History.numberOf(each);
        }
        return set;
    }
}
