package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.lake.Load;
import cn.gongshu.lake.Loaded;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.query.spi.Row;
import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands for the data providers' daily deliveries: brings the synthetic city into the lake, item by item, as soon as an
 * item is published. A delivery that is there already is not brought twice.
 */
final class SyntheticFeed {

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private SyntheticFeed() {}

    /** Takes one delivery, as {@link ItemLoads} does. */
    @FunctionalInterface
    interface Desk {
        Outcome<Loaded> load(ItemId item, Load load, Iterator<Row> rows);
    }

    static void start(ItemLoads loads, int people, PrintStream out) {
        Thread.ofPlatform().daemon().name("synthetic-feed").start(() -> feed(loads::load, people, out));
    }

    /** Brings every item, and tells which one was not taken and why: the story waits for all of them. */
    static void feed(Desk desk, int people, PrintStream out) {
        SyntheticCity city = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, people);
        for (PreparedItem item : PreparedItems.load(AnnexOne.load()).items()) {
            String load = "synthetic-" + SyntheticCity.DEFAULT_SEED + "-" + people + "-" + item.id();
            try {
                Optional<Refusal> refusal = brought(desk, item.id(), Load.replace(load), city);
                refusal.ifPresent(
                        why -> notTaken(item.id(), why.code(), why.code().reason(Language.ZH, why.details()), out));
            } catch (Fault fault) {
                notTaken(item.id(), fault.code(), fault.code().reason(Language.ZH, Map.of()), out);
            } catch (IllegalArgumentException otherColumns) {
                // The lake says so of an item whose table has other columns than were published.
                notTaken(item.id(), ErrorCode.INTERNAL, otherColumns.getMessage(), out);
            }
        }
    }

    /** Brings the item's rows once it is published; the refusal if they were not taken. */
    private static Optional<Refusal> brought(Desk desk, ItemId item, Load load, SyntheticCity city) {
        while (true) {
            switch (desk.load(item, load, rows(city.rows(item)))) {
                case Outcome.Done<Loaded> _ -> {
                    return Optional.empty();
                }
                case Outcome.Refused<Loaded>(var refusal)
                when refusal.code() != ErrorCode.ITEM_NOT_IN_FORCE -> {
                    return Optional.of(refusal);
                }
                case Outcome.Refused<Loaded> _ -> LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    private static void notTaken(ItemId item, ErrorCode code, @Nullable String why, PrintStream out) {
        out.println("入湖未完成 not loaded: " + item + " " + code + " " + why);
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
