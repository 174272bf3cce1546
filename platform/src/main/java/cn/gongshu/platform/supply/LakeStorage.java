package cn.gongshu.platform.supply;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.lake.Lake;
import cn.gongshu.lake.LakeSnapshot;
import cn.gongshu.platform.catalogue.Storage;
import cn.gongshu.regulation.Clause;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** Where the rows of items lie in the lake (R004). An item whose table holds no load yet counts as not bound. */
@Component
class LakeStorage implements Storage {

    private final Lake lake;

    LakeStorage(Lake lake) {
        this.lake = lake;
    }

    @Override
    @Clause("R004")
    public Map<ItemId, StoredTable> tables() {
        Map<ItemId, StoredTable> tables = new HashMap<>();
        for (ItemId item : lake.items()) {
            lake.describe(item).ifPresent(storage -> {
                LakeSnapshot current = storage.current();
                if (current != null) {
                    tables.put(
                            item,
                            new StoredTable(
                                    storage.table(),
                                    current.rows(),
                                    current.bytes(),
                                    Long.toString(current.id()),
                                    current.loadedAt()));
                }
            });
        }
        return tables;
    }
}
