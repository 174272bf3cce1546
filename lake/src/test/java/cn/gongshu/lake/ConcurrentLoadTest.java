package cn.gongshu.lake;

import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static cn.gongshu.lake.LakeFixture.ITEM;
import static cn.gongshu.lake.LakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentLoadTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    @Test
    void the_same_load_brought_by_several_at_once_makes_one_snapshot_and_leaves_one_set_of_files()
            throws IOException, InterruptedException, ExecutionException {
        try (LakeFixture fixture = new LakeFixture(folder.resolve("warehouse"), database).withTable()) {
            List<Loaded> loaded = atOnce(List.of(
                    () -> load(fixture, Load.append("same")),
                    () -> load(fixture, Load.append("same")),
                    () -> load(fixture, Load.append("same")),
                    () -> load(fixture, Load.append("same"))));
            assertThat(loaded).extracting(Loaded::repeated).containsOnlyOnce(false);
            assertThat(loaded)
                    .extracting(Loaded::snapshot)
                    .containsOnly(loaded.getFirst().snapshot());
            assertThat(fixture.lake.bind(ITEM).orThrow().rows()).isEqualTo(10);
            try (Stream<Path> files = Files.list(folder.resolve("warehouse/lake/c07_01/data"))) {
                assertThat(files).hasSize(1);
            }
        }
    }

    @Test
    void different_loads_brought_at_once_are_all_taken() throws InterruptedException, ExecutionException {
        try (LakeFixture fixture = new LakeFixture(folder.resolve("warehouse"), database).withTable()) {
            List<Callable<Loaded>> loads = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Load load = Load.append("load " + i);
                loads.add(() -> load(fixture, load));
            }
            assertThat(atOnce(loads)).extracting(Loaded::repeated).containsOnly(false);
            assertThat(fixture.lake.bind(ITEM).orThrow().rows()).isEqualTo(60);
            assertThat(fixture.lake.snapshots(ITEM)).hasSize(6);
        }
    }

    @Test
    void two_processes_may_open_an_empty_database_at_once() throws InterruptedException, ExecutionException {
        List<Callable<LakeFixture>> opening = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path warehouse = folder.resolve("warehouse " + i + "/files");
            opening.add(() -> new LakeFixture(warehouse, database));
        }
        for (LakeFixture fixture : atOnce(opening)) {
            assertThat(fixture.lake.items()).isEmpty();
            fixture.close();
        }
    }

    private static Loaded load(LakeFixture fixture, Load load) {
        return fixture.lake.load(ITEM, load, rows(0, 10)).orThrow();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
