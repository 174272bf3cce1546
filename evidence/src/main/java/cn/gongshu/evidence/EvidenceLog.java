package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.ConsistencyProof;
import cn.gongshu.evidence.tree.GrowingTree;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.InclusionProof;
import cn.gongshu.evidence.tree.Proofs;
import cn.gongshu.evidence.tree.Tile;
import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The evidence log of one process: entries go in, are durable before anyone is answered, and can be proved to anyone from
 * then on. One process at a time can have a folder open. All methods may be called by any thread.
 *
 * <p>Memory is bounded by {@link LogLimits}: the queue of drafts, one group of frames (about 1 MiB and one entry), the
 * hashes of two groups, four bytes an entry of the segment being written. Everything else is read from files.
 *
 * <p>I/O that fails is a {@link Fault} with code STORAGE, damage one with LOG_DAMAGED, thrown or carried by the future.
 */
public final class EvidenceLog implements AutoCloseable {

    private final LogConfig config;
    private final Deque<Closeable> opened;
    private final Journal journal;
    private final HashFile hashes;
    private final Sealer sealer;
    private final MachineTime machineTime;
    private final GroupWriter writer;
    private final Publisher publisher;
    private final long cutBytes;

    /** @param opened takes what is to be closed again, last opened first, also when this fails */
    private EvidenceLog(LogConfig config, LogPlace place, Deque<Closeable> opened) throws IOException {
        this.config = config;
        this.opened = opened;
        FileLayer files = config.files();
        Promised promised = Promised.read(config, place);
        JournalPlace journalPlace = new JournalPlace(files, place.journal(), config.origin());
        JournalRecovery.Found found = new JournalRecovery(journalPlace, promised).open();
        this.cutBytes = found.cut();
        this.journal = new Journal(journalPlace, config.limits().segmentBytes(), found);
        opened.push(journal);
        files.createDirectories(place.tree());
        this.hashes = HashFile.open(files, place.hashes());
        opened.push(hashes);
        LogOpening opening = new LogOpening(config, promised, journal, hashes);
        Mark mark = opening.usableMark();
        GrowingTree tree = opening.tree(mark);
        opening.holdAgainstPublished();
        this.sealer = new Sealer(hashes, tree, config.signer());
        this.machineTime = new MachineTime(config.clock(), opening.lastTime());
        this.writer = new GroupWriter(journal, sealer, machineTime, config);
        this.publisher = new Publisher(config, place, hashes, mark.size(), sealer::newest);
    }

    /**
     * Opens the log in a folder, making it if need be. A torn last group is cut; damage before it, a journal shorter than
     * what was published, or another process that has it open is a {@link Fault}.
     */
    public static EvidenceLog open(Path directory, LogConfig config) {
        LogPlace place = new LogPlace(directory.toAbsolutePath().normalize());
        Deque<Closeable> opened = new ArrayDeque<>();
        try {
            config.files().createDirectories(place.directory());
            opened.push(config.files().lock(place.lock()));
            EvidenceLog log = new EvidenceLog(config, place, opened);
            log.writer.start();
            log.publisher.start();
            return log;
        } catch (IOException failed) {
            Fault fault = storage("the log in " + place.directory() + " cannot be opened", failed);
            closeAll(opened).ifPresent(fault::addSuppressed);
            throw fault;
        } catch (RuntimeException | Error failed) {
            closeAll(opened).ifPresent(failed::addSuppressed);
            throw failed;
        }
    }

    private static Optional<IOException> closeAll(Deque<Closeable> opened) {
        IOException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException failed) {
                first = first == null ? failed : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The log's name. */
    public String origin() {
        return config.origin();
    }

    /** The key its checkpoints are checked with. */
    public VerifierKey verifierKey() {
        return config.signer().verifierKey();
    }

    /** Machine time as this log knows it; doors ask it before they decide. */
    public MachineTime machineTime() {
        return machineTime;
    }

    /**
     * Writes an entry. Returns at once; the future completes on the writer's thread, after the entry was forced, so whoever
     * waits goes back to its own thread first. Refused are: what the guard refuses, a use while the clock is behind
     * (CLOCK_WENT_BACK), a full queue (OVERLOADED), a too long entry (BODY_TOO_LARGE). Nothing of a refused draft is
     * written.
     */
    public CompletableFuture<Outcome<Sealed>> append(EntryDraft draft, Guard guard) {
        return writer.append(draft, guard);
    }

    /** The newest signed checkpoint; all its entries are durable. */
    public Checkpoint checkpoint() {
        return sealer.newest();
    }

    /** Number of entries in the newest checkpoint. */
    public long size() {
        return sealer.newest().size();
    }

    /** Bytes of a torn group that were cut when the log was opened. */
    public long cutBytes() {
        return cutBytes;
    }

    /** What broke the journal, if so: nothing can be written until the log is opened again. */
    public Optional<Fault> failure() {
        return Optional.ofNullable(writer.failed());
    }

    /** The entry at {@code index}, if there is one. */
    public Optional<Recorded> entry(long index) {
        return index < 0 || index >= size() ? Optional.empty() : Optional.of(reading(() -> journal.read(index)));
    }

    /** A receipt for the entry at {@code index} against the newest checkpoint, if there is such an entry. */
    public Optional<Receipt> receipt(long index) {
        return entry(index).map(recorded -> reading(() -> receipt(recorded)));
    }

    private Receipt receipt(Recorded recorded) throws IOException {
        Checkpoint checkpoint = checkpoint();
        Hasher hasher = new Hasher();
        InclusionProof proof = Proofs.inclusion(hashes, recorded.index(), checkpoint.size(), hasher);
        if (!proof.leadsTo(checkpoint.root(), recorded.leaf(hasher))) {
            throw new Fault(
                    ErrorCode.LOG_DAMAGED, "entry " + recorded.index() + " or the hashes of the log are damaged");
        }
        return Receipt.of(recorded, recorded.entry().head().id(), proof, checkpoint);
    }

    /** Shows all entries from {@code from} on, in order, as far as they are durable now. */
    public void replay(long from, EntryVisitor visitor) {
        reading(() -> {
            journal.replay(from, journal.size(), visitor);
            return true;
        });
    }

    /** Shows the entries [from, end) in order; {@code end} is at most {@link #size}. */
    public void replay(long from, long end, EntryVisitor visitor) {
        checkSize(end);
        reading(() -> {
            journal.replay(from, end, visitor);
            return true;
        });
    }

    /** Proof that the entry at {@code index} is among the first {@code size}. */
    public InclusionProof inclusionProof(long index, long size) {
        checkSize(size);
        return reading(() -> Proofs.inclusion(hashes, index, size, new Hasher()));
    }

    /** Proof that the first {@code to} entries begin with the first {@code from}. */
    public ConsistencyProof consistencyProof(long from, long to) {
        checkSize(to);
        return reading(() -> Proofs.consistency(hashes, from, to));
    }

    private void checkSize(long size) {
        if (size > size()) {
            throw new IllegalArgumentException("the log has " + size() + " entries, not " + size);
        }
    }

    /**
     * What stands at a public path, {@code checkpoint} or {@code tile/…}; nothing else is public. Always of the newest
     * checkpoint, which the files in the folder follow within {@link LogLimits#publishEvery}. Reads files, so not for an
     * event loop.
     */
    public Optional<byte[]> published(String path) {
        if (path.equals(LogPlace.CHECKPOINT)) {
            return Optional.of(checkpoint().note().getBytes(StandardCharsets.UTF_8));
        }
        @Nullable Tile tile = Tile.at(path);
        return tile == null || !tile.within(size())
                ? Optional.empty()
                : Optional.of(reading(() -> publisher.tiles().content(tile)));
    }

    /** Writes the newest checkpoint and its tiles into the folder now instead of soon. */
    public Checkpoint publish() {
        return reading(publisher::publish);
    }

    /** Writes what waits, publishes, forces the derived files and gives the folder back. Closing twice does nothing. */
    @Override
    public void close() {
        if (opened.isEmpty()) {
            return;
        }
        writer.stop();
        Optional<IOException> failure;
        try {
            publisher.stop(writer.failed() == null);
        } catch (IOException failed) {
            throw storage("the log could not be published at its end", failed);
        } finally {
            failure = closeAll(opened);
        }
        failure.ifPresent(failed -> {
            throw storage("the log could not be closed", failed);
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException failed) {
            throw storage("the log cannot be read", failed);
        }
    }

    private static Fault storage(String what, IOException cause) {
        return new Fault(ErrorCode.STORAGE, what + ": " + cause.getMessage(), cause);
    }
}
