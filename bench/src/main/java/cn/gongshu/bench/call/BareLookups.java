package cn.gongshu.bench.call;

import cn.gongshu.bench.Cpu;
import cn.gongshu.bench.Load;
import cn.gongshu.bench.Processors;
import cn.gongshu.bench.Round;
import cn.gongshu.bench.Side;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The baseline: as many keep-alive connections, as many keys in turn; charged are its server and its database processes. */
final class BareLookups implements Side, AutoCloseable {

    private final BaselineProcess process;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final Load<byte[]> load;

    /** @param keys how many rows are asked for in turn */
    BareLookups(BaselineProcess process, int callers, int keys) throws IOException {
        this.process = process;
        List<Load.Client<byte[]>> clients = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            HttpConnection connection = new HttpConnection(process.port());
            connections.add(connection);
            clients.add(new Client(connection, keys));
        }
        this.load = new Load<>(clients, Thread.ofPlatform().factory(), 0);
    }

    private static final class Client implements Load.Client<byte[]> {
        private final HttpConnection connection;
        private final List<byte[]> requests = new ArrayList<>();
        private int next;

        Client(HttpConnection connection, int keys) {
            this.connection = connection;
            for (int i = 1; i <= keys; i++) {
                requests.add(("GET /rows/row-" + i + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Override
        public byte @Nullable [] call() throws IOException {
            HttpConnection.Reply reply = connection.exchange(requests.get(next));
            next = (next + 1) % requests.size();
            if (reply.status() != 200) {
                throw new IOException("the baseline answered " + reply.status());
            }
            return reply.body();
        }
    }

    @Override
    public Round run(Duration duration) {
        Cpu before = cpu();
        Load.Done<byte[]> done = load.run(duration);
        return new Round(done.answered(), cpu().since(before), done.wallNanos(), done.latencies());
    }

    private Cpu cpu() {
        return new Cpu(Processors.ofTree(process.pid()), Processors.of(process.database()));
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }
}
