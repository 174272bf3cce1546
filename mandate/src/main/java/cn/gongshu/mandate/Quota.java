package cn.gongshu.mandate;

/**
 * How many uses a link may still give in its whole term (用量额度).
 *
 * @param uses between 1 and {@link #MOST}
 */
public record Quota(long uses) {

    /** The largest quota that can be counted exactly everywhere. */
    public static final long MOST = 1L << 38;

    public Quota {
        if (uses < 1 || uses > MOST) {
            throw new IllegalArgumentException("a quota is between 1 and " + MOST);
        }
    }
}
