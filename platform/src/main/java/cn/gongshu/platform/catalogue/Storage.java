package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;

import java.time.Instant;
import java.util.Map;

/** Tells where the rows of catalogue items are stored (R004). Where there is no lake, nothing implements it. */
public interface Storage {

    /** The table of every item that is bound to one; an item that is absent is not bound. */
    Map<ItemId, StoredTable> tables();

    /**
     * Where an item's rows are.
     *
     * @param table name in the lake
     * @param rows in the current snapshot
     * @param bytes of its files
     * @param snapshot id of the current snapshot
     * @param loadedAt when it was committed
     */
    record StoredTable(String table, long rows, long bytes, String snapshot, Instant loadedAt) {}
}
