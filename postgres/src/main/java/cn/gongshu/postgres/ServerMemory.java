package cn.gongshu.postgres;

/**
 * Memory and connections of an embedded server.
 *
 * @param sharedBuffersMb page cache shared by all connections, MB
 * @param workMemMb memory of one sort or hash before it spills to disk, MB
 * @param maintenanceMb memory of an index build or vacuum, MB
 * @param maxConnections connections at most; one more is refused by the server
 */
public record ServerMemory(int sharedBuffersMb, int workMemMb, int maintenanceMb, int maxConnections) {

    /** Enough for a demo city on a laptop: about 150 MB resident with a few connections. */
    public static final ServerMemory SMALL = new ServerMemory(96, 8, 64, 60);

    public ServerMemory {
        if (sharedBuffersMb < 16 || workMemMb < 1 || maintenanceMb < 16 || maxConnections < 10) {
            throw new IllegalArgumentException(
                    "a server needs 16 MB of buffers, 16 MB of maintenance memory and" + " 10 connections at least");
        }
    }
}
