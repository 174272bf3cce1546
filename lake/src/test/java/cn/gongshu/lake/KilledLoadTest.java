package cn.gongshu.lake;

import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static cn.gongshu.lake.LakeFixture.ITEM;
import static cn.gongshu.lake.LakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

/** A process that loads is killed at points spread over its load; what is left must be the old table or the new one. */
class KilledLoadTest {

    private static final int OLD = 1000;
    private static final int NEW = 3000;
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    /** Files a load writes before it is killed: 3 of data, then 2 manifests, their list, the table's new metadata. */
    private static final List<Integer> KILL_AT = List.of(1, 3, 5, 7, NEVER);

    @Test
    void a_load_killed_at_any_point_leaves_the_old_rows_or_the_new_ones() throws IOException, InterruptedException {
        Path warehouse = folder.resolve("warehouse");
        Set<Boolean> seen = new HashSet<>();
        try (LakeFixture fixture = new LakeFixture(warehouse, database).withTable()) {
            for (int files : KILL_AT) {
                fixture.lake
                        .load(ITEM, Load.replace("old " + files), rows(0, OLD))
                        .orThrow();
                loadUntilKilled(warehouse, "new " + files, files);
                assertThat(fixture.count()).isIn((long) OLD, (long) NEW);
                boolean taken = fixture.count() == NEW;
                seen.add(taken);
                Loaded again = fixture.lake
                        .load(ITEM, Load.replace("new " + files), rows(0, NEW))
                        .orThrow();
                assertThat(again.repeated()).isEqualTo(taken);
                assertThat(fixture.count()).isEqualTo(NEW);
            }
            assertThat(fixture.lake.sweep(ITEM, Instant.parse("2100-01-01T00:00:00Z")))
                    .isPositive();
            assertThat(fixture.count()).isEqualTo(NEW);
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    private void loadUntilKilled(Path warehouse, String loadId, int files) throws IOException, InterruptedException {
        long before = files(warehouse);
        Process child = start(warehouse, loadId);
        try {
            while (child.isAlive() && files(warehouse) - before < files) {
                child.waitFor(1, TimeUnit.MILLISECONDS);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static long files(Path warehouse) throws IOException {
        long files = 0;
        for (String kind : List.of("data", "metadata")) {
            try (Stream<Path> all = Files.list(warehouse.resolve("lake/c07_01/" + kind))) {
                files += all.count();
            }
        }
        return files;
    }

    private Process start(Path warehouse, String loadId) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String here = Objects.requireNonNull(System.getProperty("java.class.path"));
        String classpath = System.getProperty("surefire.test.class.path", here);
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classpath,
                LoadingChild.class.getName(),
                warehouse.toString(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                loadId);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
