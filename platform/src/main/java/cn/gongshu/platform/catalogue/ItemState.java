package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Level;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the chain of mandate and the product list need to know of an item.
 *
 * @param published it stands in a published batch, so it may be authorised (R072)
 * @param inForce published and not suspended
 * @param level in force; null while no columns are declared, which counts as the highest (I05)
 * @param columns of the declaration that was published; none for an item that is not
 */
public record ItemState(
        String name,
        CollectionState collectionState,
        @Nullable UpdateFrequency updateFrequency,
        boolean published,
        boolean inForce,
        @Nullable Level level,
        List<ColumnState> columns) {

    public ItemState {
        columns = List.copyOf(columns);
    }

    /** A published column; a null level counts as the highest. */
    public record ColumnState(
            String code, ColumnType type, @Nullable Level level, ColumnControl control) {}
}
