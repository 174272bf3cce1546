package cn.gongshu.postgres;

import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;

/**
 * A running PostgreSQL 18 on 127.0.0.1 whose data outlive the process: SCRAM passwords, checksums, forced writes. It
 * starts after a crash of the server, of this process or of the machine, stopping first what an earlier process left
 * behind. One living process per data folder.
 *
 * <p>{@link #user} is the owner of {@link #database} and no superuser; it may create databases.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int PORT_TRIES = 5;

    private final DataFolder folder;
    private final ServerProcess server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DataFolder folder, ServerProcess server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws Fault with one sentence in Chinese and in English: folder not writable or in use, disk full, port in use,
     *     no binaries for this machine, no account but root, data of another major version, not ready in time
     */
    public static EmbeddedPostgres start(EmbeddedPostgresConfig config) {
        return start(config, new SecureRandom());
    }

    /** As {@link #start(EmbeddedPostgresConfig)}, with the source of the password of a new database. */
    public static EmbeddedPostgres start(EmbeddedPostgresConfig config, SecureRandom random) {
        PostgresRuntime runtime = PostgresRuntime.under(config.runtimeDir());
        DataFolder folder = DataFolder.hold(config.dataDir());
        try {
            return startIn(folder, runtime, config, random);
        } catch (IOException failed) {
            folder.close();
            throw Folders.fault(config.dataDir(), failed);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** Stops the server that a killed process left behind in this folder, if there is one. */
    public static void stopLeftBehind(Path dataDir) {
        if (!Files.isDirectory(dataDir)) {
            return;
        }
        try (DataFolder folder = DataFolder.hold(dataDir)) {
            new ServerProcesses(folder.cluster()).stopOrphans();
        } catch (IOException failed) {
            throw Folders.fault(dataDir, failed);
        }
    }

    private static EmbeddedPostgres startIn(
            DataFolder folder, PostgresRuntime runtime, EmbeddedPostgresConfig config, SecureRandom random)
            throws IOException {
        ServerAccount account = ServerAccount.choose(runtime.program("postgres"), folder.root());
        ServerProcesses processes = new ServerProcesses(folder.cluster());
        processes.stopOrphans();
        String password = new Cluster(folder, runtime, account).prepare(random);
        for (int attempt = 1; ; attempt++) {
            int port = Ports.choose(config.port());
            Path settings = ServerSettings.write(folder.configuration(), processes.name(), port, config.memory());
            ServerProcess server = ServerProcess.launch(folder, runtime, account, settings);
            try {
                server.awaitReady(url(port, Cluster.ROLE), password, config.startLimit());
                return new EmbeddedPostgres(folder, server, port, password);
            } catch (RuntimeException failed) {
                server.stop();
                if (config.port() != 0 || attempt == PORT_TRIES || Ports.free(port)) {
                    throw failed;
                }
            }
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?sslmode=disable&gssEncMode=disable&logServerErrorDetail=false";
    }

    /** JDBC address of {@link #database}. */
    public String jdbcUrl() {
        return jdbcUrl(database());
    }

    /** JDBC address of another database of this server. */
    public String jdbcUrl(String otherDatabase) {
        return url(port, otherDatabase);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String database() {
        return Cluster.ROLE;
    }

    public String user() {
        return Cluster.ROLE;
    }

    public String password() {
        return password;
    }

    /** Process id of the server's main process, for measuring it. */
    public long pid() {
        return server.pid();
    }

    /** Completes when the server has ended, for whatever reason. */
    public CompletableFuture<Void> exited() {
        return server.exited();
    }

    /** Ends all connections, writes a checkpoint, stops the server and frees the folder. May be called again. */
    @Override
    public void close() {
        server.stop();
        folder.close();
    }
}
