package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Receipt;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Reads back from the journal what was recorded of a call that came before. Files are read on virtual threads: neither a
 * door's event loop nor the one thread that writes the log ever waits for them.
 */
@Component
final class JournalReads implements AutoCloseable {

    private final EvidenceLog log;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    JournalReads(EvidenceLog log) {
        this.log = log;
    }

    /** The receipt of a recorded use. */
    CompletableFuture<Receipt> receipt(long index) {
        return CompletableFuture.supplyAsync(() -> log.receipt(index).orElseThrow(), threads);
    }

    /** True when the answer is the one that was recorded at {@code index}. */
    CompletableFuture<Boolean> same(Recorder recorder, long index, Answered answer) {
        return CompletableFuture.supplyAsync(() -> recorder.same(index, answer), threads);
    }

    /** Goes on with what another thread completes, such as the log's writer, without keeping that thread. */
    <T, R> CompletableFuture<R> then(CompletableFuture<T> first, Function<T, CompletableFuture<R>> next) {
        return first.thenComposeAsync(next, threads);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
