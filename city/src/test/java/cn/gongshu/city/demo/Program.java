package cn.gongshu.city.demo;

import cn.gongshu.city.Gongshu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program in a JVM of its own, as a user starts it, with what it says kept in a file. */
record Program(Process process, Path output) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Starts it; {@code beside} takes its output and its class path, which is too long for a command line. */
    static Program start(Path beside, String... words) throws IOException {
        String here = Objects.requireNonNull(System.getProperty("java.class.path"));
        Path arguments = Files.writeString(
                Files.createTempFile(beside, "program", ".args"),
                "-cp \"" + System.getProperty("surefire.test.class.path", here) + "\"");
        // Started in the background of a script, a process would inherit that Ctrl-C is ignored.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                        .toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=Asia/Shanghai",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "@" + arguments,
                Gongshu.class.getName()));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(beside, "program", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Program(process, output);
    }

    /** Returns once a line that contains the text was said. */
    void awaitLine(String text) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (said().lines().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("never said: " + text + "\n" + said());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    String said() throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    /** Ctrl-C, and the exit code. */
    int interrupted() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(process.pid()))
                .start()
                .waitFor();
        return exit();
    }

    int exit() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)) {
            throw new AssertionError("still running\n" + said());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
