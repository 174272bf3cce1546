package cn.gongshu.query.governed;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.query.spi.LakeTable;

/** Finds the snapshot of an item that a run reads: the present one, or one chosen for it. */
@FunctionalInterface
public interface TableBinder {

    /** The item's snapshot, under any name, or why there is none. */
    Outcome<LakeTable> bind(ItemId item);
}
