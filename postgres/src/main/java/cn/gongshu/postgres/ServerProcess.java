package cn.gongshu.postgres;

import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server's main process, a child of ours. */
final class ServerProcess {

    private static final long POLL_MILLIS = 20;
    private static final long LOG_BYTES = 10L << 20;
    private static final List<Stop> STOPS = List.of(new Stop("INT", 60), new Stop("QUIT", 10), new Stop("KILL", 10));

    /** A signal and how many seconds it gets to end the server: fast shutdown, immediate shutdown, the end. */
    private record Stop(String signal, long seconds) {}

    private final Process process;
    private final DataFolder folder;
    private final long logStart;

    private ServerProcess(Process process, DataFolder folder, long logStart) {
        this.process = process;
        this.folder = folder;
        this.logStart = logStart;
    }

    /**
     * In a session of its own where the system can: Ctrl-C at a terminal then reaches this process, which closes its
     * database when it is done with it.
     */
    static ServerProcess launch(DataFolder folder, PostgresRuntime runtime, ServerAccount account, Path settings)
            throws IOException {
        Path log = folder.log();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, folder.root().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        long logStart = Files.size(log);
        List<String> session = Shell.line("setsid", "true").isPresent() ? List.of("setsid") : List.of();
        List<String> server = account.command(
                runtime.program("postgres"),
                List.of("-D", folder.cluster().toString(), "-c", "config_file=" + settings));
        String[] command = Stream.concat(session.stream(), server.stream()).toArray(String[]::new);
        Process process = Shell.builder(command)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return new ServerProcess(process, folder, logStart);
    }

    /** Waits until the role can connect; a server that ends instead is explained from its log. */
    void awaitReady(String url, String password, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!answers(url, password)) {
            if (exitedWithin(POLL_MILLIS)) {
                throw explained();
            }
            if (System.nanoTime() > deadline) {
                throw StartProblem.TOO_SLOW.fault(limit.toSeconds(), folder.log());
            }
        }
    }

    private boolean answers(String url, String password) {
        try (Connection connection = DriverManager.getConnection(url, Cluster.ROLE, password)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            String state = notYet.getSQLState();
            if (state != null && state.startsWith("28")) {
                throw StartProblem.PASSWORD_LOST.because(notYet, folder.root());
            }
            return false;
        }
    }

    private Fault explained() throws IOException {
        byte[] all = Files.readAllBytes(folder.log());
        int from = (int) Math.min(logStart, all.length);
        String log = new String(all, from, all.length - from, StandardCharsets.UTF_8);
        if (StartProblem.diskFull(log)) {
            return StartProblem.DISK_FULL.fault(folder.root());
        }
        String said = log.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .filter(line -> !line.contains("the database system is"))
                .reduce((earlier, later) -> later)
                .or(() -> log.lines().findFirst())
                .orElse("exit " + process.exitValue());
        return StartProblem.FAILED.fault(said, folder.log());
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Void> exited() {
        return process.onExit().thenAccept(_ -> {});
    }

    void stop() {
        for (Stop stop : STOPS) {
            if (!process.isAlive()) {
                return;
            }
            ServerProcesses.signal(process.toHandle(), stop.signal());
            if (exitedWithin(TimeUnit.SECONDS.toMillis(stop.seconds()))) {
                return;
            }
        }
    }

    private boolean exitedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return true;
        }
    }
}
