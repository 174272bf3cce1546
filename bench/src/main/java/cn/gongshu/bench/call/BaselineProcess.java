package cn.gongshu.bench.call;

import cn.gongshu.bench.ChildProcess;
import cn.gongshu.bench.Poll;
import cn.gongshu.city.Sentence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The baseline's server as a process of its own, and the database processes that work for it. */
final class BaselineProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final int port;
    private final List<Long> database;

    private BaselineProcess(ChildProcess process, int port, List<Long> database) {
        this.process = process;
        this.port = port;
        this.database = List.copyOf(database);
    }

    static BaselineProcess start(DemoDatabase server, BaselineTable table, Path folder) {
        Path portFile = folder.resolve("baseline.port");
        List<String> command = Stream.concat(
                        ChildProcess.java(BaselineServer.class).stream(),
                        Stream.of(server.url(BaselineTable.DATABASE), portFile.toString()))
                .toList();
        ChildProcess process = ChildProcess.start(
                command, Map.of(BaselineServer.PASSWORD, server.password()), folder.resolve("baseline.log"));
        // HikariCP fills its pool in the background; the processes are known for good when it is full.
        boolean up =
                Poll.until(() -> Files.exists(portFile) && table.processes().size() == BaselineServer.POOL, START);
        if (!up) {
            process.close();
            throw new Sentence(2, "基准进程没有启动。", "The baseline did not start.");
        }
        try {
            return new BaselineProcess(process, Integer.parseInt(Files.readString(portFile)), table.processes());
        } catch (IOException e) {
            process.close();
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** The database processes that work for it and for nobody else. */
    List<Long> database() {
        return database;
    }

    @Override
    public void close() {
        process.close();
    }
}
