package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Purpose;

/**
 * One thing that somebody wants done with data: what is decided, recorded and metered.
 *
 * @param quantity how many uses it counts for, at least 1
 */
public record Use(Caller caller, ProductCode product, Purpose purpose, Needs needs, long quantity, Moment moment) {
    public Use {
        if (quantity < 1) {
            throw new IllegalArgumentException("a use counts at least once");
        }
    }
}
