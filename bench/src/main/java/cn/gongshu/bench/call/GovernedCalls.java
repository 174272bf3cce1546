package cn.gongshu.bench.call;

import cn.gongshu.bench.Cpu;
import cn.gongshu.bench.Load;
import cn.gongshu.bench.Processors;
import cn.gongshu.bench.Round;
import cn.gongshu.bench.Side;
import cn.gongshu.bench.Validity;
import cn.gongshu.bench.call.HttpConnection.Reply;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ours. A round is charged with all that the city's processes did since its last one ended: projections that follow the
 * log, and whatever server and database still do while the baseline works, count as ours.
 */
final class GovernedCalls implements Side, AutoCloseable {

    private final Processes processes;
    private final Standing standing;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final List<byte[]> sample = new ArrayList<>();
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    private final Load<byte[]> load;
    private long answered;
    private Cpu charged;

    /**
     * Whose processor time is ours.
     *
     * @param city the city's process; its database runs below it
     * @param others database processes below it that work for somebody else
     */
    record Processes(long city, List<Long> others) {
        Cpu cpu() {
            long server = Processors.of(List.of(city));
            return new Cpu(server, Processors.ofTree(city) - server - Processors.of(others));
        }
    }

    /** Where and with what it calls. */
    record Target(int port, String apiKey, List<Map<String, Object>> subjects) {}

    GovernedCalls(Target target, int callers, Processes processes, Standing standing) throws IOException {
        this.processes = processes;
        this.standing = standing;
        List<Load.Client<byte[]>> clients = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            HttpConnection connection = new HttpConnection(target.port);
            connections.add(connection);
            GovernedCall calls = new GovernedCall(i, target.apiKey, target.subjects);
            clients.add(() -> answer(connection.exchange(calls.next())));
        }
        this.load = new Load<>(clients, Thread.ofPlatform().factory(), Validity.SAMPLE);
        this.charged = processes.cpu();
    }

    private byte @Nullable [] answer(Reply reply) {
        if (reply.status() == 200) {
            return reply.body();
        }
        refusal.compareAndSet(null, reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8));
        return null;
    }

    @Override
    public Round run(Duration duration) {
        Load.Done<byte[]> done = load.run(duration);
        answered += done.answered();
        sample.addAll(done.sample());
        standing.settle(answered);
        Cpu before = charged;
        charged = processes.cpu();
        return new Round(done.answered(), charged.since(before), done.wallNanos(), done.latencies());
    }

    /** Answers given so far. */
    long answered() {
        return answered;
    }

    /** Answers kept to be proved. */
    List<byte[]> sample() {
        return List.copyOf(sample);
    }

    /** The first answer that was none, if there was one. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }
}
