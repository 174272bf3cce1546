package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the chain must know of a catalogue item.
 *
 * @param published its publication batch is out
 * @param inForce it was not taken out of use since
 * @param level its level now; null counts as the highest (I05)
 */
public record ItemState(
        ItemId item,
        boolean published,
        boolean inForce,
        @Nullable Level level) {

    /** Whether it may be used at all. */
    public boolean usable() {
        return published && inForce;
    }

    /** The level that counts. */
    public Level effectiveLevel() {
        return level == null ? Level.CORE : level;
    }
}
