package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;

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

    ChildServer(Path folder, int port, List<String> more) {
        this.folder = folder;
        this.port = port;
        this.more = List.copyOf(more);
        this.process = launch();
        awaitAnswer();
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
        process = launch();
        awaitAnswer();
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
            return Files.readAllLines(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return folder.resolveSibling(folder.getFileName() + ".server.log");
    }

    /** Stops it in order and starts it with a fault switch of the log. */
    void restartWith(String logFault) {
        close();
        fault = logFault;
        process = launch();
        awaitAnswer();
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

    private void awaitAnswer() {
        Caller caller = new Caller(baseUrl());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers(caller)) {
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new Sentence(
                1,
                "平台进程没有启动成功，日志见数据文件夹旁的 .server.log。",
                "The server did not start; see .server.log beside the data folder.");
    }

    private static boolean answers(Caller caller) {
        try {
            return caller.get("/actuator/health", null).ok();
        } catch (Sentence notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
