package cn.gongshu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of a bench that ends with it, also when the bench is stopped by Ctrl-C. */
public final class ChildProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 30;

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end " + process.pid()));
    }

    /** Starts it with its output going to a file. */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another Java process as this one was started, with another main class. */
    public static List<String> java(Class<?> main) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return Stream.of(
                        List.of(java),
                        ManagementFactory.getRuntimeMXBean().getInputArguments(),
                        List.of("-cp", System.getProperty("java.class.path"), main.getName()))
                .flatMap(List::stream)
                .toList();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
