package cn.gongshu.evidence;

import cn.gongshu.evidence.files.LossyFileLayer;
import cn.gongshu.evidence.files.LossyFileLayer.Force;
import cn.gongshu.evidence.verify.LagPatience;
import cn.gongshu.evidence.verify.LogSource;
import cn.gongshu.evidence.verify.Question;
import cn.gongshu.evidence.verify.Verification;
import cn.gongshu.evidence.verify.Verifier;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/** Power is lost at random points under load; what was acknowledged must be there again, and no checkpoint contradicted. */
class CrashTest {

    private static final Logger PUBLISHER = Logger.getLogger(Publisher.class.getName());

    /** Small segments, groups and marks, so that a few hundred entries meet every seam. */
    private static final LogLimits SMALL = new LogLimits(64, 10_000, 8, 6_000, Duration.ofMillis(1), 24);

    @TempDir
    Path directory;

    /** A publisher without power complains, as it should. */
    @BeforeAll
    static void quiet() {
        PUBLISHER.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        PUBLISHER.setLevel(null);
    }

    /** What callers were told before the power went. */
    private record Told(long bytesDropped, Map<Long, Sealed> acknowledged) {

        /** How many acknowledged entries a log no longer has, or has otherwise. */
        long missingIn(EvidenceLog log) {
            return acknowledged.values().stream()
                    .filter(one -> log.entry(one.index())
                            .map(found -> !found.text().equals(one.recorded().text()))
                            .orElse(true))
                    .count();
        }
    }

    @Test
    void every_acknowledged_entry_is_found_again_after_unforced_bytes_were_dropped() throws IOException {
        SplittableRandom random = new SplittableRandom(20261124);
        long dropped = 0;
        long found = 0;
        long torn = 0;
        int rounds = TestLogs.cases(40);
        for (int round = 0; round < rounds; round++) {
            Path folder = directory.resolve("log" + round / 5); // each log crashes five times
            Told told = crashUnderLoad(folder, random.split(), round % 2 == 0, Force.HONEST);
            try (EvidenceLog log = EvidenceLog.open(folder, TestLogs.config().withLimits(SMALL))) {
                torn += log.cutBytes();
                assertThat(told.missingIn(log)).isZero();
                told.acknowledged.values().forEach(one -> assertExtends(log, one));
            }
            assertThat(verify(folder)).isInstanceOf(Verification.Holds.class);
            dropped += told.bytesDropped;
            found += told.acknowledged.size();
        }
        System.out.printf(
                "crash: %d rounds, %d unforced bytes dropped, %d torn bytes cut, %d of %d acknowledged entries found again%n",
                rounds, dropped, torn, found, found);
        assertThat(dropped).isPositive();
        assertThat(torn).as("some crash tore a group").isPositive();
        assertThat(found).isPositive();
    }

    @Test
    void with_force_muted_acknowledged_entries_are_lost_so_the_crash_test_has_teeth() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        long lost = 0;
        for (int round = 0; round < 3; round++) {
            Path folder = directory.resolve("muted" + round);
            Told told = crashUnderLoad(folder, random.split(), false, Force.MUTED);
            try (EvidenceLog log = EvidenceLog.open(folder, TestLogs.config().withLimits(SMALL))) {
                lost += told.missingIn(log);
            } catch (Fault shorterThanPublished) {
                lost += told.acknowledged.size();
            }
        }
        System.out.printf("crash with muted force: %d acknowledged entries lost%n", lost);
        assertThat(lost).isPositive();
    }

    @Test
    void power_lost_before_any_single_operation_of_a_run_leaves_a_log_that_opens_and_has_what_was_told()
            throws IOException {
        long operations = operationsOfARun(directory.resolve("whole"), 1L << 40);
        long step = Math.max(1, operations / TestLogs.cases(16));
        for (long at = 1; at <= operations; at += step) {
            operationsOfARun(directory.resolve("at" + at), at);
        }
    }

    /** Opens, appends twenty entries one by one, closes; the power goes before operation {@code crashAt}. */
    private static long operationsOfARun(Path folder, long crashAt) throws IOException {
        LossyFileLayer layer = new LossyFileLayer(new SplittableRandom(crashAt), Force.HONEST);
        layer.crashBefore(crashAt);
        SampleEntries samples = TestLogs.samples(crashAt);
        List<Sealed> told = new ArrayList<>();
        try (EvidenceLog log = EvidenceLog.open(folder, lossy(layer))) {
            for (int i = 0; i < 20; i++) {
                told.add(TestLogs.append(log, samples.draft()));
                if (i % 3 == 0) {
                    log.publish();
                }
            }
        } catch (Fault | CompletionException powerless) {
            assertThat(layer.losses()).isPresent();
        }
        long operations = layer.operations();
        layer.crash();
        try (EvidenceLog log = EvidenceLog.open(folder, TestLogs.config().withLimits(SMALL))) {
            assertThat(new Told(0, index(told)).missingIn(log))
                    .as("power lost before %d", crashAt)
                    .isZero();
            told.forEach(one -> assertExtends(log, one));
        }
        assertThat(verify(folder)).isInstanceOf(Verification.Holds.class);
        return operations;
    }

    private static Map<Long, Sealed> index(List<Sealed> all) {
        Map<Long, Sealed> byIndex = new ConcurrentSkipListMap<>();
        all.forEach(one -> byIndex.put(one.index(), one));
        return byIndex;
    }

    /** Power goes before any operation, or while something is being forced. */
    private static Told crashUnderLoad(Path folder, SplittableRandom random, boolean inForce, Force force)
            throws IOException {
        LossyFileLayer layer = new LossyFileLayer(random.split(), force);
        Map<Long, Sealed> acknowledged = new ConcurrentSkipListMap<>();
        EvidenceLog log = EvidenceLog.open(folder, lossy(layer));
        if (inForce) {
            layer.crashInForce(1 + random.nextInt(60));
        } else {
            layer.crashBefore(1 + random.nextInt(900));
        }
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            SampleEntries samples = new SampleEntries(random.split());
            callers.add(Thread.ofPlatform().start(() -> appendUntilPowerIsGone(log, samples, acknowledged)));
        }
        callers.forEach(Threads::join);
        long bytes = layer.crash().bytes();
        try {
            log.close();
        } catch (Fault powerless) {
            assertThat(log.failure()).isPresent();
        }
        return new Told(bytes, acknowledged);
    }

    private static void appendUntilPowerIsGone(EvidenceLog log, SampleEntries samples, Map<Long, Sealed> acknowledged) {
        try {
            while (log.append(samples.draft(), Guard.NONE).join() instanceof Outcome.Done<Sealed>(Sealed sealed)) {
                acknowledged.put(sealed.index(), sealed);
            }
        } catch (CompletionException powerless) {
            assertThat(powerless).hasCauseInstanceOf(Fault.class);
        }
    }

    private static void assertExtends(EvidenceLog log, Sealed sealed) {
        long size = sealed.checkpoint().size();
        assertThat(log.consistencyProof(size, log.size())
                        .holds(sealed.checkpoint().root(), log.checkpoint().root()))
                .as("the checkpoint given with entry %d is extended", sealed.index())
                .isTrue();
    }

    private static Verification verify(Path folder) {
        return new Verifier(TestLogs.SIGNER.verifierKey(), LagPatience.NONE)
                .verify(Question.of(LogSource.of(folder.toString())));
    }

    private static LogConfig lossy(LossyFileLayer layer) {
        return TestLogs.config().withFiles(layer).withLimits(SMALL);
    }
}
