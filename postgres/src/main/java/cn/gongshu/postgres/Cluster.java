package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** The database files inside a data folder: made once, under one account, with one role that is no superuser. */
final class Cluster {

    /** The role and the database of the application. The superuser made by initdb has no password and no way in. */
    static final String ROLE = "gongshu";

    private static final long NEEDED_BYTES = 128L << 20;

    private static final List<String> INITDB = List.of(
            "--username=keeper",
            "--auth-local=reject",
            "--auth-host=reject",
            "--data-checksums",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions");

    private final DataFolder folder;
    private final PostgresRuntime runtime;
    private final ServerAccount account;

    Cluster(DataFolder folder, PostgresRuntime runtime, ServerAccount account) {
        this.folder = folder;
        this.runtime = runtime;
        this.account = account;
    }

    /** The password of the role, after making the cluster if there is none. */
    String prepare(SecureRandom random) throws IOException {
        if (!Files.exists(folder.cluster())) {
            return create(random);
        }
        String made = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!made.equals(runtime.major())) {
            throw StartProblem.OTHER_VERSION.fault(folder.root(), made, runtime.major());
        }
        Owner.give(folder.cluster(), account.owner());
        return folder.password();
    }

    /** Made beside and renamed when complete, so that a process killed half-way leaves nothing that looks whole. */
    private String create(SecureRandom random) throws IOException {
        FileStore disk = Files.getFileStore(folder.root());
        if (disk.getUsableSpace() < NEEDED_BYTES) {
            throw StartProblem.DISK_FULL.fault(folder.root());
        }
        Path beside = folder.root().resolve("cluster.new");
        Folders.delete(beside);
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Owner.give(beside, account.owner());
        String password = folder.createPassword(random);
        run(
                runtime.program("initdb"),
                Stream.concat(INITDB.stream(), Stream.of("--pgdata=" + beside)).toList(),
                "");
        run(runtime.program("postgres"), List.of("--single", "-D", beside.toString(), "postgres"), setUp(password));
        Files.move(beside, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder.root(), StandardOpenOption.READ)) {
            directory.force(true);
        }
        return password;
    }

    private static String setUp(String password) {
        return """
                CREATE ROLE %1$s LOGIN CREATEDB PASSWORD '%2$s'
                GRANT pg_monitor, pg_signal_backend TO %1$s
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(ROLE, password);
    }

    /** The server's own single-user mode ends well even after a failed statement, so its output is read too. */
    private void run(Path program, List<String> arguments, String input) throws IOException {
        Process process = Shell.builder(account.command(program, arguments).toArray(String[]::new))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (waitFor(process) != 0 || output.contains("ERROR:") || output.contains("FATAL:")) {
            Files.writeString(folder.log(), output, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            throw StartProblem.diskFull(output)
                    ? StartProblem.DISK_FULL.fault(folder.root())
                    : StartProblem.FAILED.fault(program.getFileName(), folder.log());
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }
}
