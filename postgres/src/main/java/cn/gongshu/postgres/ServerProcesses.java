package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The living server processes of one cluster, found by what their command lines say (readable by every account). */
final class ServerProcesses {

    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final Duration KILLED = Duration.ofSeconds(5);

    private final Path cluster;
    private final String name;

    ServerProcesses(Path cluster) {
        this.cluster = cluster;
        this.name = name(cluster);
    }

    /** Written into each server process's title, by which the processes of one folder are known. */
    private static String name(Path cluster) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(cluster.toString().getBytes(StandardCharsets.UTF_8));
            return "gongshu-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String name() {
        return name;
    }

    /**
     * Stops what an earlier process left behind, then clears a pid file whose number now belongs to a stranger (the
     * server would take the stranger for itself and refuse to start).
     */
    void stopOrphans() throws IOException {
        stop("INT", FAST);
        stop("QUIT", IMMEDIATE);
        stop("KILL", KILLED);
        List<ProcessHandle> left = living();
        if (!left.isEmpty()) {
            throw StartProblem.ORPHAN_STAYS.fault(left.getFirst().pid());
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** Signals the main process, which ends its children; without one, its children end by themselves or are told. */
    private void stop(String signal, Duration limit) {
        List<ProcessHandle> processes = living();
        List<ProcessHandle> main = processes.stream().filter(this::main).toList();
        boolean all = main.isEmpty() ? !signal.equals("INT") : signal.equals("KILL");
        (all ? processes : main).forEach(process -> signal(process, signal));
        await(processes, limit);
    }

    static void signal(ProcessHandle process, String signal) {
        Shell.line("sh", "-c", "kill -" + signal + " \"$0\"", Long.toString(process.pid()));
    }

    private static void await(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    List<ProcessHandle> living() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(this::ours).toList();
        }
    }

    private boolean ours(ProcessHandle process) {
        return main(process) || commandLine(process).startsWith("postgres: " + name + ": ");
    }

    private boolean main(ProcessHandle process) {
        List<String> words = Arrays.asList(commandLine(process).split("\0", -1));
        return words.getFirst().endsWith("/postgres") && words.contains(cluster.toString());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return new String(Files.readAllBytes(line), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
