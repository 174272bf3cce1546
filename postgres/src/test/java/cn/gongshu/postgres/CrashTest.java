package cn.gongshu.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrashTest {

    private static final int ROWS = 200;

    @TempDir
    Path temporary;

    @Test
    void rowsSurviveAKilledProcessAndItsServerIsStoppedByTheNextStart() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        Process child = ChildJvm.start(HeldServer.class, folder.toString());
        BufferedReader lines = ChildJvm.lines(child);
        long orphan = Long.parseLong(Objects.requireNonNull(lines.readLine()).substring("pid ".length()));
        while (Integer.parseInt(Objects.requireNonNull(lines.readLine())) < ROWS) {
            assertThat(child.isAlive()).isTrue();
        }
        // The handle's kill leaves what the child has already said to be read.
        child.toHandle().destroyForcibly();
        int acknowledged = lines.lines()
                .map(Integer::valueOf)
                .reduce((earlier, later) -> later)
                .orElse(ROWS);

        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (EmbeddedPostgres server = start(folder)) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(DataFolders.text(server, "SELECT count(*) FROM kept WHERE n <= " + acknowledged))
                    .isEqualTo(Integer.toString(acknowledged));
        }
    }

    @Test
    void rowsSurviveAKilledServer() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        try (EmbeddedPostgres server = start(folder)) {
            DataFolders.execute(server, "INSERT INTO kept SELECT generate_series(2, 1000)");
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            server.exited().get(10, TimeUnit.SECONDS);
        }
        try (EmbeddedPostgres server = start(folder)) {
            assertThat(DataFolders.text(server, "SELECT count(*) FROM kept")).isEqualTo("1000");
        }
    }

    @Test
    void aSecondInstanceOnOneFolderIsRefusedWhereverItRuns() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        try (EmbeddedPostgres server = start(folder)) {
            assertThatThrownBy(() -> start(folder)).hasMessageContaining("正由另一个运行中的程序使用");
            Process child = ChildJvm.start(HeldServer.class, folder.toString());
            assertThat(ChildJvm.lines(child).readLine()).contains("in use by another running instance");
            assertThat(DataFolders.text(server, "SELECT n FROM kept")).isEqualTo("1");
        }
        start(folder).close();
    }

    @Test
    void aPidFileThatNamesAStrangerDoesNotStopTheStart() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        String stranger = Long.toString(ProcessHandle.current().pid());
        Files.writeString(folder.resolve("cluster/postmaster.pid"), stranger + "\n/elsewhere\n0\n5432\n");
        start(folder).close();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aHalfMadeDatabaseIsMadeAnew() throws Exception {
        Path folder = temporary.resolve("db");
        Files.createDirectories(folder.resolve("cluster.new/base"));
        Files.writeString(folder.resolve("cluster.new/PG_VERSION"), "18\n");
        try (EmbeddedPostgres server = start(folder)) {
            assertThat(DataFolders.text(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("cluster.new")).doesNotExist();
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder));
    }
}
