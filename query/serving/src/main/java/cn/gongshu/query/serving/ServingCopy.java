package cn.gongshu.query.serving;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One copy of catalogue items' data outside the lake.
 *
 * @param served whether the pointer names it; the others are building leftovers or wait to be dropped
 * @param rows data subjects in it
 * @param bytes disk space with its index
 * @param items the items it comes from, each with its lake snapshot
 * @param asOf legal date the data stand at
 * @param since machine time at which it was built
 */
public record ServingCopy(
        ProductCode product,
        long generation,
        boolean served,
        long rows,
        long bytes,
        Map<ItemId, Long> items,
        LocalDate asOf,
        Instant since) {

    public ServingCopy {
        items = Map.copyOf(items);
    }
}
