package cn.gongshu.postgres;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartProblemTest {

    @TempDir
    Path temporary;

    @Test
    void aPortInUseIsNamed() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedPostgresConfig config = EmbeddedPostgresConfig.at(folder).withPort(taken.getLocalPort());
            assertProblem(config, "数据库端口 " + taken.getLocalPort() + " 已被占用", "is in use: choose another port");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertProblem(EmbeddedPostgresConfig.at(file.resolve("db")), "无法写入数据目录", "cannot be written");
        assertProblem(EmbeddedPostgresConfig.at(Path.of("/proc/gongshu")), "无法写入数据目录", "cannot be written");
    }

    @Test
    void dataOfAnotherMajorVersionAreLeftAlone() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");
        assertProblem(EmbeddedPostgresConfig.at(folder), "由 PostgreSQL 17 建立", "and this program brings 18");
    }

    @Test
    void aLostOrWrongPasswordFileIsSaid() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        Files.writeString(folder.resolve("password"), "not-the-one");
        assertProblem(EmbeddedPostgresConfig.at(folder), "口令文件缺失或与数据库不符", "does not match the database");
        Files.delete(folder.resolve("password"));
        assertProblem(EmbeddedPostgresConfig.at(folder), "口令文件缺失", "is missing");
    }

    @Test
    void aDamagedDatabaseIsExplainedFromItsLog() throws Exception {
        Path folder = DataFolders.copyTo(temporary.resolve("db"));
        Files.delete(folder.resolve("cluster/global/pg_control"));
        assertProblem(EmbeddedPostgresConfig.at(folder), "could not find the database system", "see its log");
    }

    @Test
    void aMachineWithoutBinariesIsNamed() {
        assertThatThrownBy(() -> PostgresRuntime.found(null, "Linux aarch64"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("没有适用于 Linux aarch64 的内置 PostgreSQL");
    }

    @Test
    void aFullDiskIsAFaultWithOneSentence() throws Exception {
        Path small = Files.createDirectory(temporary.resolve("small"));
        List<String> mounted = List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "d=\"$1\"; shift; mount -t tmpfs -o size=48m none \"$d\" || exit 9; exec \"$@\"",
                "sh",
                small.toString());
        Process child = new ProcessBuilder(Stream.concat(
                                mounted.stream(),
                                ChildJvm.command(
                                        HeldServer.class, small.resolve("db").toString())
                                        .stream())
                        .toList())
                .start();
        String said = ChildJvm.lines(child).readAllAsString();
        Assumptions.assumeTrue(child.waitFor() != 9, "needs a system that lets a process mount a small disk");
        assertThat(said).contains("磁盘空间不足").contains("is full").hasLineCount(1);
    }

    private static void assertProblem(EmbeddedPostgresConfig config, String zh, String en) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(config))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE))
                .hasMessageContaining(zh)
                .hasMessageContaining(en);
    }
}
