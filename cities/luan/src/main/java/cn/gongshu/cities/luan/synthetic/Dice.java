package cn.gongshu.cities.luan.synthetic;

/**
 * Draws that depend on nothing but seed, topic and index: any row can be made without making the rows before it, so a
 * city of any size streams.
 */
record Dice(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** What a draw is about; two topics never share a draw. */
    enum Topic {
        PERMUTATION(1),
        PLACE(2),
        NAME(3),
        SEX(4),
        MIGRANT(5),
        FIRM_SIZE(6),
        FIRM_PLAN(7),
        FIRM_START(8),
        FIRM_ARREARS(9),
        FIRM_FACTS(10),
        EMPLOYEE(11),
        FLEXIBLE(12),
        FIRST_MONTH(13),
        BASE(14),
        POSTED(15),
        PATIENT(16),
        VISITS(17);

        private final int salt;

        Topic(int salt) {
            this.salt = salt;
        }
    }

    /** 64 even bits. */
    long bits(Topic topic, long index, int turn) {
        long z = mix(seed + GOLDEN * topic.salt);
        return mix(mix(z + GOLDEN * index) + GOLDEN * (turn + 1L));
    }

    /** A whole number from 0 to {@code bound} − 1. */
    int below(Topic topic, long index, int turn, int bound) {
        return (int) (((bits(topic, index, turn) >>> 32) * bound) >>> 32);
    }

    /** True {@code percent} times out of a hundred. */
    boolean chance(Topic topic, long index, int turn, int percent) {
        return below(topic, index, turn, 100) < percent;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
