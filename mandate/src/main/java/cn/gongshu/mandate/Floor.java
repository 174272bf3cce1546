package cn.gongshu.mandate;

/**
 * The fewest distinct data subjects that one cell of an output may rest on (人数门槛).
 *
 * @param k at least 1
 */
public record Floor(int k) {

    /** No protection beyond being there at all. */
    public static final Floor ONE = new Floor(1);

    public Floor {
        if (k < 1) {
            throw new IllegalArgumentException("a floor is at least 1");
        }
    }

    /** A child's floor is within its parent's when it is no lower. */
    public boolean within(Floor parent) {
        return k >= parent.k;
    }

    public Floor highest(Floor other) {
        return k >= other.k ? this : other;
    }
}
