package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that writes: takes what waits, asks each guard, writes and forces the group, seals it, answers. After a
 * failed write or force nothing is known of the disk, so it stops for good and every draft fails as STORAGE.
 */
final class GroupWriter {

    private static final Pending STOP = new Pending(
            time -> {
                throw new IllegalStateException("no entry");
            },
            Guard.NONE,
            new CompletableFuture<>());

    private final Journal journal;
    private final Sealer sealer;
    private final MachineTime time;
    private final LogLimits limits;
    private final SecureRandom random;
    private final JournalGroup group;
    private final List<Waiting> waiting = new ArrayList<>();
    private final ArrayBlockingQueue<Pending> queue;
    private final Refusal overloaded;
    private final Refusal tooLong;
    private final Thread thread;
    private volatile @Nullable Fault failed;
    private volatile @Nullable Fault ended;
    private volatile boolean closing;

    private record Pending(EntryDraft draft, Guard guard, CompletableFuture<Outcome<Sealed>> done) {}

    private record Waiting(Recorded recorded, Entry entry, CompletableFuture<Outcome<Sealed>> done) {}

    GroupWriter(Journal journal, Sealer sealer, MachineTime time, LogConfig config) {
        this.journal = journal;
        this.sealer = sealer;
        this.time = time;
        this.limits = config.limits();
        this.random = config.random();
        this.group = new JournalGroup(limits);
        this.queue = new ArrayBlockingQueue<>(limits.queueEntries());
        this.overloaded = limit(ErrorCode.OVERLOADED, limits.queueEntries());
        this.tooLong = limit(ErrorCode.BODY_TOO_LARGE, limits.entryBytes());
        this.thread = Thread.ofPlatform().daemon().name("evidence-writer").unstarted(this::run);
    }

    private static Refusal limit(ErrorCode code, int limit) {
        return Refusal.of(code, Map.of("limit", Integer.toString(limit)));
    }

    void start() {
        thread.start();
    }

    CompletableFuture<Outcome<Sealed>> append(EntryDraft draft, Guard guard) {
        CompletableFuture<Outcome<Sealed>> done = new CompletableFuture<>();
        if (closing || !queue.offer(new Pending(draft, guard, done))) {
            answer(done, closing ? null : overloaded);
        }
        Fault fault = ended;
        if (fault != null) {
            failWaiting(fault); // it may have ended between the look and the offer
        }
        return done;
    }

    private static void answer(CompletableFuture<Outcome<Sealed>> done, @Nullable Refusal refusal) {
        if (refusal == null) {
            done.completeExceptionally(new Fault(ErrorCode.STORAGE, "the log is closed"));
        } else {
            done.complete(Outcome.refused(refusal));
        }
    }

    /** What broke the journal, or null. */
    @Nullable
    Fault failed() {
        return failed;
    }

    private void run() {
        List<Pending> batch = new ArrayList<>(limits.groupEntries());
        try {
            boolean more = true;
            while (more) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, limits.groupEntries() - 1);
                more = !batch.remove(STOP);
                write(batch);
            }
            end(new Fault(ErrorCode.STORAGE, "the log is closed"), List.of());
        } catch (IOException | InterruptedException | RuntimeException | Error broken) {
            failed = new Fault(ErrorCode.STORAGE, "the journal cannot be written any more", broken);
            end(failed, batch);
        }
    }

    private void end(Fault fault, List<Pending> batch) {
        ended = fault;
        batch.forEach(pending -> pending.done().completeExceptionally(fault));
        failWaiting(fault);
    }

    private void failWaiting(Fault fault) {
        for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
            pending.done().completeExceptionally(fault);
        }
    }

    private void write(List<Pending> batch) throws IOException {
        byte[] blinds = new byte[batch.size() * Blind.BYTES];
        random.nextBytes(blinds);
        ByteBuffer draw = ByteBuffer.wrap(blinds);
        for (Pending pending : batch) {
            prepare(pending, Blind.read(draw));
            if (group.full()) {
                commit();
            }
        }
        commit();
    }

    /** Takes the entry into the group, or answers at once that it is refused. */
    private void prepare(Pending pending, Blind blind) {
        try {
            Refusal refusal = pending.guard().refuses();
            MachineTime.Reading reading = time.reading();
            if (refusal == null) {
                Entry entry = pending.draft().at(reading.stamp());
                byte[] canonical = entry.canonical().getBytes(StandardCharsets.UTF_8);
                refusal = refuse(entry, reading, canonical.length);
                if (refusal == null) {
                    take(new Recorded(nextIndex(), blind, pending.draft().salt(), canonical), entry, pending);
                    return;
                }
            }
            pending.done().complete(Outcome.refused(refusal));
        } catch (RuntimeException badDraft) {
            pending.done().completeExceptionally(badDraft);
        }
    }

    private void take(Recorded recorded, Entry entry, Pending pending) {
        group.add(recorded);
        waiting.add(new Waiting(recorded, entry, pending.done()));
    }

    private long nextIndex() {
        return journal.size() + group.entries().size();
    }

    private @Nullable Refusal refuse(Entry entry, MachineTime.Reading reading, int bytes) {
        if (!entry.head().machineTime().equals(reading.stamp())) {
            throw new IllegalArgumentException("the draft did not take the machine time it was given");
        }
        if (entry instanceof UseEntry && reading.wentBack()) {
            return reading.refusal();
        }
        return bytes > limits.entryBytes() ? tooLong : null;
    }

    private void commit() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        journal.append(group);
        Checkpoint checkpoint = sealer.seal(group.entries());
        for (Waiting one : waiting) {
            Sealed sealed = new Sealed(
                    one.recorded(), one.entry(), sealer.proof(one.recorded().index()), checkpoint);
            one.done().complete(Outcome.done(sealed));
        }
        waiting.clear();
        group.clear();
    }

    /** Takes no more drafts, writes those waiting, and returns when all are answered. */
    void stop() {
        closing = true;
        while (thread.isAlive() && !queue.offer(STOP)) {
            LockSupport.parkNanos(1_000_000);
        }
        Threads.join(thread);
    }
}
