package cn.gongshu.city.demo;

import cn.gongshu.city.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as a whole, in processes of its own. */
@Timeout(900)
class ProgramTest {

    @TempDir
    Path temporary;

    @Test
    void ctrl_c_in_the_middle_of_the_story_leaves_no_database_running_and_the_next_start_goes_on() throws Exception {
        Path data = temporary.resolve("data");
        long database;
        try (Program demo = demo(data)) {
            demo.awaitLine("✓  1/");
            database = databaseOf(data);
            assertThat(ProcessHandle.of(database)).isPresent();
            demo.interrupted();
            assertThat(demo.said()).doesNotContain("Exception", "没有应答");
        }
        assertThat(ProcessHandle.of(database)).isEmpty();
        for (String closed : new String[] {"lake", "log", "keys", "temporary"}) {
            assertThat(mode(data.resolve(closed))).as(closed).isEqualTo("rwx------");
        }
        assertThat(mode(data.resolve("demo-accounts.json"))).isEqualTo("rw-------");
        try (Program again = demo(data)) {
            again.awaitLine("✓  2/");
            database = databaseOf(data);
            again.interrupted();
        }
        assertThat(ProcessHandle.of(database)).isEmpty();
    }

    @Test
    void the_whole_story_holds_with_refusals_power_loss_and_restarts() throws Exception {
        try (Program check = Program.start(
                temporary,
                "demo",
                "--check",
                "--scale",
                Integer.toString(PlayedCity.PEOPLE),
                "--data",
                temporary.resolve("check").toString())) {
            int exit = check.exit();
            assertThat(check.said().lines().filter(line -> line.startsWith("✗")))
                    .isEmpty();
            assertThat(exit).as(check.said()).isZero();
            int steps = Story.steps().size();
            assertThat(check.said()).contains(steps + "/" + steps + " 步成立");
        }
    }

    private Program demo(Path data) throws IOException {
        String port = Integer.toString(Ports.twoFree());
        return Program.start(
                temporary,
                "demo",
                "--data",
                data.toString(),
                "--port",
                port,
                "--scale",
                Integer.toString(PlayedCity.PEOPLE));
    }

    private static long databaseOf(Path data) throws IOException {
        Path file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
