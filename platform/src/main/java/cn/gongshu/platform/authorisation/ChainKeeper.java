package cn.gongshu.platform.authorisation;

import cn.gongshu.mandate.decision.ChainSnapshot;
import cn.gongshu.mandate.decision.EpochWatch;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.EpochMoved;
import cn.gongshu.platform.http.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the chain in memory up to the database: asks for the mandate epoch every 200 ms, and at once after an act of this
 * process; builds a new snapshot when it has moved. When it cannot ask, the watch lets the snapshot lapse by itself.
 */
@Component
public class ChainKeeper implements SmartLifecycle {

    private static final long PATIENCE_MILLIS = 800;
    private static final long WAIT_MILLIS = 50;
    private static final Logger diagnostics = LoggerFactory.getLogger(ChainKeeper.class);

    private final EpochWatch watch;
    private final MandateStore store;
    private final Admission admission;
    private final Epoch epoch;
    private final NameBook names;
    private final List<ChainFollower> followers;
    private final TransactionTemplate reading;
    private long adopted = -1;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    ChainKeeper(
            EpochWatch watch,
            MandateStore store,
            Admission admission,
            Followers followers,
            PlatformTransactionManager transactions) {
        this.watch = watch;
        this.store = store;
        this.admission = admission;
        this.epoch = followers.epoch();
        this.names = followers.names();
        this.followers = followers.followers();
        this.reading = new TransactionTemplate(transactions);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setReadOnly(true);
    }

    /** Who follows the chain, and what a snapshot is read from besides the links. */
    @Component
    record Followers(Epoch epoch, NameBook names, List<ChainFollower> followers) {}

    /** Brings the snapshot up to date now; every follower is told before the chain itself changes. */
    public synchronized void refresh() {
        long asked = System.nanoTime();
        if (watch.confirm(epoch.current(), asked)) {
            return;
        }
        names.reload();
        ChainSnapshot snapshot = reading.execute(status -> ChainSnapshot.of(
                epoch.current(), store.all(), admission.itemStates().values(), names));
        followers.forEach(follower -> follower.chainMoved(snapshot));
        watch.adopt(snapshot, asked);
        adopted = snapshot.epoch();
        notifyAll();
    }

    /**
     * An act of this process moved the epoch: it takes effect before its officer is answered, or at the next turn when
     * that takes longer than {@link #PATIENCE_MILLIS}.
     */
    @TransactionalEventListener
    synchronized void moved(EpochMoved moved) throws InterruptedException {
        LockSupport.unpark(thread);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (running && adopted < moved.epoch() && System.nanoTime() < deadline) {
            wait(WAIT_MILLIS);
        }
    }

    @Override
    public void start() {
        refresh();
        running = true;
        thread = Thread.ofPlatform().name("chain-keeper").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                refresh();
            } catch (RuntimeException e) {
                // The doors refuse by themselves 800 ms after the last confirmation.
                diagnostics.error("the mandate epoch could not be confirmed: {}", Faults.described(e));
            }
            LockSupport.parkNanos(EpochWatch.POLL_EVERY.toNanos());
        }
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
