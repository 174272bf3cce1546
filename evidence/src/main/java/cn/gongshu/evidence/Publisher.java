package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.tree.Checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Puts the newest checkpoint and its tiles where the public reads them, tiles first, on a thread of its own. It may lag;
 * what it shows is always a checkpoint the log signed after its entries were durable.
 */
final class Publisher {

    private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

    private final FileLayer files;
    private final LogPlace place;
    private final LogLimits limits;
    private final HashFile hashes;
    private final TileFiles tiles;
    private final Supplier<Checkpoint> newest;
    private final ReentrantLock publishing = new ReentrantLock();
    private final ReentrantLock waiting = new ReentrantLock();
    private final Condition due = waiting.newCondition();
    private final Thread thread;
    private boolean stopped;
    private boolean healed;
    private long tiled;
    private long marked;
    private volatile long published = -1;

    /** @param from number of entries up to which tiles, hash file and mark are known to survive */
    Publisher(LogConfig config, LogPlace place, HashFile hashes, long from, Supplier<Checkpoint> newest) {
        this.files = config.files();
        this.limits = config.limits();
        this.place = place;
        this.hashes = hashes;
        this.tiles = new TileFiles(files, place.directory(), hashes);
        this.newest = newest;
        this.tiled = from;
        this.marked = from;
        this.thread = Thread.ofPlatform().daemon().name("evidence-publisher").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean failing = false;
        while (awaitTurn()) {
            try {
                if (newest.get().size() != published) {
                    publish();
                }
                failing = false;
            } catch (IOException | RuntimeException failed) {
                if (!failing) {
                    LOG.log(System.Logger.Level.WARNING, "publishing the log failed, trying again: {0}", failed);
                }
                failing = true;
            }
        }
    }

    /** Whether it is to go on, after the shortest time between two publications. The writer is never made to wake it. */
    private boolean awaitTurn() {
        long left = limits.publishEvery().toNanos();
        waiting.lock();
        try {
            while (left > 0 && !stopped) {
                left = due.awaitNanos(left);
            }
            return !stopped;
        } catch (InterruptedException notOurs) {
            return !stopped;
        } finally {
            waiting.unlock();
        }
    }

    /** Publishes the newest checkpoint now; returns it. */
    Checkpoint publish() throws IOException {
        publishing.lock();
        try {
            Checkpoint checkpoint = newest.get();
            if (!healed) {
                tiles.heal(tiled);
                healed = true;
            }
            tiles.extend(tiled, checkpoint.size());
            tiled = checkpoint.size();
            files.replace(place.checkpoint(), checkpoint.note().getBytes(StandardCharsets.UTF_8));
            published = tiled;
            if (tiled - marked >= limits.markEvery()) {
                mark(checkpoint);
            }
            return checkpoint;
        } finally {
            publishing.unlock();
        }
    }

    TileFiles tiles() {
        return tiles;
    }

    private void mark(Checkpoint checkpoint) throws IOException {
        hashes.force();
        tiles.force();
        files.forceName(place.checkpoint());
        new Mark(checkpoint.size(), checkpoint.root()).write(files, place.mark());
        marked = checkpoint.size();
    }

    /** Ends the thread; with {@code last}, publishes and forces everything first. */
    void stop(boolean last) throws IOException {
        waiting.lock();
        try {
            stopped = true;
            due.signalAll();
        } finally {
            waiting.unlock();
        }
        Threads.join(thread);
        if (last) {
            mark(publish());
        }
    }
}
