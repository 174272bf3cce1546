package cn.gongshu.bench;

import java.time.Duration;

/**
 * How long a side works before its rounds count.
 *
 * @param least this long at any rate
 * @param answers then on until it has answered this often,
 * @param most but no longer than this in all
 */
public record WarmUp(Duration least, long answers, Duration most) {

    /**
     * The compilers count calls, not seconds: code that ran 10,000 times gets its last compilation. On a busy machine 16
     * seconds are not enough for that.
     */
    static final WarmUp USUAL = new WarmUp(Duration.ofSeconds(16), 25_000, Duration.ofSeconds(40));

    private static final Duration STEP = Duration.ofSeconds(4);

    void of(Side side) {
        long answered = side.run(least).answered();
        for (Duration spent = least; answered < answers && spent.compareTo(most) < 0; spent = spent.plus(STEP)) {
            answered += side.run(STEP).answered();
        }
    }
}
