package cn.gongshu.bench.evidence;

import cn.gongshu.bench.Cpu;
import cn.gongshu.bench.Load;
import cn.gongshu.bench.Processors;
import cn.gongshu.bench.Round;
import cn.gongshu.bench.Side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The baseline: the same bytes appended and forced, as many callers. Each run has a file of its own, gone afterwards. */
final class PlainAppends implements Side {

    private final Path folder;
    private final byte[] entry;
    private final int callers;

    /** @param entry what is appended each time */
    PlainAppends(Path folder, byte[] entry, int callers) {
        this.folder = folder;
        this.entry = entry.clone();
        this.callers = callers;
    }

    @Override
    public Round run(Duration duration) {
        long before = Processors.own();
        try (PlainFile file = new PlainFile(folder.resolve("plain"))) {
            Load.Client<Boolean> client = () -> file.append(entry).join();
            Load.Done<Boolean> done = new Load<>(
                            Stream.generate(() -> client).limit(callers).toList(),
                            Thread.ofVirtual().factory(),
                            0)
                    .run(duration);
            return new Round(done.answered(), Cpu.of(Processors.own() - before), done.wallNanos(), done.latencies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
