package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A catalogue item as it stands.
 *
 * @param version number of the latest declaration, from 1
 * @param declaration the latest declaration
 * @param level level in force, or null while no columns are declared
 * @param published where its declaration was published, or null
 * @param suspended since when it is out of force, or null
 */
record CatalogueItem(
        ItemId id,
        int unit,
        int line,
        int version,
        Declaration declaration,
        @Nullable Level level,
        @Nullable Published published,
        @Nullable Suspended suspended) {

    /** In force: published and not suspended. */
    boolean inForce() {
        return published != null && suspended == null;
    }

    /**
     * The batch that published it.
     *
     * @param version number of the declaration that was published
     */
    record Published(String batch, LocalDate date, int version) {}

    /** A suspension that lasts. */
    record Suspended(Instant since, String by, String reason) {}
}
