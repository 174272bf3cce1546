package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The server's two configuration files, written anew at each start into a folder that the server's account cannot
 * write: a changed setting takes effect, and durability cannot be switched off from inside.
 */
final class ServerSettings {

    private ServerSettings() {}

    /** Writes both files and gives the main one. */
    static Path write(Path folder, String name, int port, ServerMemory memory) throws IOException {
        Folders.createPrivately(folder, "rwxr-xr-x");
        Path access = folder.resolve("pg_hba.conf");
        replace(access, "host all " + Cluster.ROLE + " 127.0.0.1/32 scram-sha-256\n");
        Path main = folder.resolve("postgresql.conf");
        replace(main, main(access, name, port, memory));
        return main;
    }

    private static void replace(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String main(Path access, String name, int port, ServerMemory memory) {
        return """
                # Written at each start; changes made here are lost.
                hba_file = '%s'
                cluster_name = '%s'
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = %d

                # An acknowledged commit survives a crash of the machine.
                fsync = on
                full_page_writes = on
                synchronous_commit = on
                # No replica hangs on this server: a table filled in the transaction that made it needs no WAL.
                wal_level = minimal
                max_wal_senders = 0
                max_logical_replication_workers = 0
                max_wal_size = 512MB

                shared_buffers = %dMB
                work_mem = %dMB
                maintenance_work_mem = %dMB
                huge_pages = off
                jit = off
                io_method = sync
                max_worker_processes = 4
                max_parallel_workers = 2
                autovacuum_worker_slots = 2
                autovacuum_max_workers = 2

                # Rows and statements stay out of the log: they hold personal data.
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_checkpoints = off
                log_timezone = 'UTC'
                timezone = 'UTC'
                lc_messages = 'C'
                """.formatted(
                        quoted(access),
                        name,
                        port,
                        memory.maxConnections(),
                        memory.sharedBuffersMb(),
                        memory.workMemMb(),
                        memory.maintenanceMb());
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
