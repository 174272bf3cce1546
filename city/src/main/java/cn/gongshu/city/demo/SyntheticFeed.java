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
final class SyntheticFeed implements AutoCloseable {

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Desk desk;
    private final PrintStream out;
    private volatile boolean closed;

    SyntheticFeed(Desk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    /** Takes one delivery, as {@link ItemLoads} does. */
    @FunctionalInterface
    interface Desk {
        Outcome<Loaded> load(ItemId item, Load load, Iterator<Row> rows);
    }

    static SyntheticFeed start(ItemLoads loads, int people, PrintStream out) {
        SyntheticFeed feed = new SyntheticFeed(loads::load, out);
        Thread.ofPlatform().daemon().name("synthetic-feed").start(() -> feed.bringAll(people));
        return feed;
    }

    /** Brings nothing more; what fails from now on fails because the platform stops. */
    @Override
    public void close() {
        closed = true;
    }

    /** Brings every item, and tells which one was not taken and why: the story waits for all of them. */
    void bringAll(int people) {
        SyntheticCity city = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, people);
        for (PreparedItem item : PreparedItems.load(AnnexOne.load()).items()) {
            String load = "synthetic-" + SyntheticCity.DEFAULT_SEED + "-" + people + "-" + item.id();
            try {
                Optional<Refusal> refusal = brought(item.id(), Load.replace(load), city);
                refusal.ifPresent(
                        why -> notTaken(item.id(), why.code(), why.code().reason(Language.ZH, why.details())));
            } catch (Fault fault) {
                notTaken(item.id(), fault.code(), fault.code().reason(Language.ZH, Map.of()));
            } catch (RuntimeException failed) {
                // Whatever it was, the other items are still to be brought, and somebody waits for this one.
                notTaken(item.id(), ErrorCode.INTERNAL, failed.getMessage());
            }
        }
    }

    /** Brings the item's rows once it is published; the refusal if they were not taken. */
    private Optional<Refusal> brought(ItemId item, Load load, SyntheticCity city) {
        while (!closed) {
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
        return Optional.empty();
    }

    private void notTaken(ItemId item, ErrorCode code, @Nullable String why) {
        if (!closed) {
            out.println("入湖未完成 not loaded: " + item + " " + code + " " + why);
        }
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
