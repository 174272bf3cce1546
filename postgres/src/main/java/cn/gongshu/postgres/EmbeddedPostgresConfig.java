package cn.gongshu.postgres;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how large an embedded server runs.
 *
 * @param dataDir folder of one database; made if absent. Holds the cluster, its password (0600), its log and its lock
 * @param runtimeDir folder under which the server's program files are unpacked once per version and machine
 * @param port TCP port on 127.0.0.1, or 0 for a free one chosen at each start
 * @param memory memory and connections of the server
 * @param startLimit how long a start may take, crash recovery included
 */
public record EmbeddedPostgresConfig(
        Path dataDir, Path runtimeDir, int port, ServerMemory memory, Duration startLimit) {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int MAX_PORT = 65_535;

    public EmbeddedPostgresConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
    }

    /** A free port, the machine's shared runtime folder, a small footprint and two minutes to start. */
    public static EmbeddedPostgresConfig at(Path dataDir) {
        return new EmbeddedPostgresConfig(dataDir, RuntimeFolder.shared(), 0, ServerMemory.SMALL, START_LIMIT);
    }

    public EmbeddedPostgresConfig withPort(int otherPort) {
        return new EmbeddedPostgresConfig(dataDir, runtimeDir, otherPort, memory, startLimit);
    }

    public EmbeddedPostgresConfig withRuntimeDir(Path otherDir) {
        return new EmbeddedPostgresConfig(dataDir, otherDir, port, memory, startLimit);
    }

    public EmbeddedPostgresConfig withMemory(ServerMemory otherMemory) {
        return new EmbeddedPostgresConfig(dataDir, runtimeDir, port, otherMemory, startLimit);
    }
}
