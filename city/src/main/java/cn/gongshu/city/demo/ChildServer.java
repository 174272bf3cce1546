package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import cn.gongshu.postgres.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The demo's server as a child process, so that the check can kill and restart it. */
final class ChildServer implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 30;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path folder;
    private final int port;
    private final List<String> more;
    private String fault = "NONE";
    private Process process;
    private boolean closed;

    private ChildServer(Path folder, int port, List<String> more) {
        this.folder = folder;
        this.port = port;
        this.more = List.copyOf(more);
        this.process = launch();
    }

    /** Launches the process; whoever has it closes it, also while it has not begun to answer. */
    static ChildServer of(Path folder, int port, List<String> more) {
        return new ChildServer(folder, port, more);
    }

    /** Returns when it serves. */
    void begin() {
        awaitReady();
    }

    /** What a server says last when it starts: everything the story needs is there. */
    static String ready(long pid) {
        return "ready: " + pid;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Takes its power away, which loses what its log has not forced, and returns how many bytes that were. */
    long powerOff() {
        try (Writer words = process.outputWriter(StandardCharsets.UTF_8)) {
            words.write(PowerSwitch.OFF + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(process);
        return said().reversed().stream()
                .filter(line -> line.startsWith(PowerSwitch.DROPPED))
                .findFirst()
                .map(line -> Long.parseLong(line.substring(PowerSwitch.DROPPED.length())))
                .orElseThrow(() -> new Sentence(1, "断电没有发生。", "The power did not go."));
    }

    /** Starts it again after it has ended, with another fault switch. */
    void startWith(String logFault) {
        fault = logFault;
        relaunch();
        awaitReady();
    }

    /** What the process said last, when it ended by itself with the exit code of a start that was refused; else nothing. */
    String refusal() {
        if (process.isAlive() || process.exitValue() != 2) {
            return "";
        }
        return said().getLast();
    }

    private List<String> said() {
        try {
            // Read while it writes: a character may be there by half.
            return new String(Files.readAllBytes(output()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return folder.resolveSibling(folder.getFileName() + ".server.log");
    }

    /** Stops it in order and starts it with a fault switch of the log. */
    void restartWith(String logFault) {
        stop();
        startWith(logFault);
    }

    private synchronized void relaunch() {
        if (closed) {
            throw new Sentence(1, "演示被中断。", "The demo was interrupted.");
        }
        process = launch();
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ProcessHandle.current().info().arguments().map(List::of).orElseThrow().stream()
                .takeWhile(argument -> !argument.equals("demo"))
                .toList());
        command.addAll(List.of(
                "demo",
                "--server-only",
                "--port",
                Integer.toString(port),
                "--data",
                folder.toString(),
                "--log-fault",
                fault));
        command.addAll(more);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own word, not an answer on its port, which could be another's. */
    private void awaitReady() {
        String ready = ready(process.pid());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (said().contains(ready)) {
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new Sentence(
                1,
                "平台进程没有启动成功，日志见数据文件夹旁的 .server.log。",
                "The server did not start; see .server.log beside the data folder.");
    }

    private void stop() {
        process.destroy();
        await(process);
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
        EmbeddedPostgres.stopLeftBehind(folder.resolve(DemoServer.DATABASE));
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
