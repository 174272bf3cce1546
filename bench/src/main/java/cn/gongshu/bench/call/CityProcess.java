package cn.gongshu.bench.call;

import cn.gongshu.bench.ChildProcess;
import cn.gongshu.bench.Poll;
import cn.gongshu.city.Sentence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The demo as a user starts it, its story played, in a folder of its own. */
final class CityProcess implements AutoCloseable {

    static final int PEOPLE = 20_000;

    private static final Duration START = Duration.ofSeconds(150);

    private final ChildProcess process;
    private final Path data;
    private final int port;

    private CityProcess(ChildProcess process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static CityProcess start(Path launcher, Path folder) {
        int port = freePort();
        Path data = folder.resolve("data");
        Path output = folder.resolve("demo.log");
        ChildProcess process = ChildProcess.start(
                List.of(
                        launcher.toString(),
                        "demo",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString(),
                        "--scale",
                        Integer.toString(PEOPLE)),
                Map.of(),
                output);
        Poll.until(() -> !process.isAlive() || said(output).contains("Ctrl-C"), START);
        if (!process.isAlive() || said(output).contains("✗") || !said(output).contains("Ctrl-C")) {
            process.close();
            throw new Sentence(2, "演示没有完整启动：" + lastLine(output), "The demo did not come up whole.");
        }
        return new CityProcess(process, data, port);
    }

    private static String said(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(Path output) {
        return said(output).lines().reduce((earlier, later) -> later).orElse("");
    }

    /** A free port whose next one, for the product door, is free too. */
    private static int freePort() {
        while (true) {
            try (ServerSocket main = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket door =
                            new ServerSocket(main.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return door.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException taken) {
                // Another pair, then.
            }
        }
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return data;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the product door listens itself, without the relay. */
    int doorPort() {
        return port + 1;
    }

    @Override
    public void close() {
        process.close();
    }
}
