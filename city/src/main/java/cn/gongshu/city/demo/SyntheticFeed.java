package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.lake.Load;
import cn.gongshu.lake.Loaded;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.query.spi.Row;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands for the data providers' daily deliveries: brings the synthetic city into the lake, item by item, as soon as an
 * item is published. A delivery that is there already is not brought twice.
 */
final class SyntheticFeed {

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private SyntheticFeed() {}

    static void start(ItemLoads loads, int people) {
        Thread.ofPlatform().daemon().name("synthetic-feed").start(() -> feed(loads, people));
    }

    private static void feed(ItemLoads loads, int people) {
        SyntheticCity city = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, people);
        for (PreparedItem item : PreparedItems.load(AnnexOne.load()).items()) {
            Load load = Load.replace("synthetic-" + SyntheticCity.DEFAULT_SEED + "-" + people + "-" + item.id());
            while (notPublished(loads.load(item.id(), load, rows(city.rows(item.id()))))) {
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    private static boolean notPublished(Outcome<Loaded> outcome) {
        return outcome instanceof Outcome.Refused<Loaded>(var refusal) && refusal.code() == ErrorCode.ITEM_NOT_IN_FORCE;
    }

    private static Iterator<Row> rows(Iterator<@Nullable Object[]> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return Row.of(rows.next());
            }
        };
    }
}
