package cn.gongshu.bench.evidence;

import cn.gongshu.bench.Cpu;
import cn.gongshu.bench.Load;
import cn.gongshu.bench.Processors;
import cn.gongshu.bench.Round;
import cn.gongshu.bench.Side;
import cn.gongshu.bench.Validity;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Ours: entry, blind, journal, force, tree, signed checkpoint, and a receipt for each caller; tiles published. */
final class LogAppends implements Side {

    private final EvidenceLog log;
    private final Uses uses;
    private final AtomicLong ids = new AtomicLong();
    private final Load<String> load;
    private final List<String> sample = new ArrayList<>();
    private long acknowledged;

    LogAppends(EvidenceLog log, Uses uses, int callers) {
        this.log = log;
        this.uses = uses;
        Load.Client<String> client = this::append;
        this.load = new Load<>(
                Stream.generate(() -> client).limit(callers).toList(),
                Thread.ofVirtual().factory(),
                Validity.SAMPLE);
    }

    /** The receipt; made on the log's writer, as the product door does. */
    private String append() {
        String id = String.format(Locale.ROOT, "u-%024x", ids.getAndIncrement());
        return log.append(uses.draft(id), Guard.NONE)
                .thenApply(outcome -> outcome.orThrow().receipt().json())
                .join();
    }

    @Override
    public Round run(Duration duration) {
        long before = Processors.own();
        Load.Done<String> done = load.run(duration);
        // What the log still owes the public for these entries is paid in their round.
        log.publish();
        Cpu cpu = Cpu.of(Processors.own() - before);
        acknowledged += done.answered();
        sample.addAll(done.sample());
        return new Round(done.answered(), cpu, done.wallNanos(), done.latencies());
    }

    long acknowledged() {
        return acknowledged;
    }

    List<String> sample() {
        return List.copyOf(sample);
    }
}
