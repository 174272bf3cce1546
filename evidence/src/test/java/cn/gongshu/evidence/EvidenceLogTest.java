package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.Tile;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EvidenceLogTest {

    @TempDir
    Path directory;

    private final SampleEntries samples = TestLogs.samples(1);

    @Test
    void an_entry_comes_back_with_a_proof_in_a_signed_checkpoint() {
        try (EvidenceLog log = open()) {
            for (int i = 0; i < 70; i++) {
                Sealed sealed = TestLogs.append(log, samples.draft());
                assertThat(sealed.index()).isEqualTo(i);
                assertThat(sealed.checkpoint().size()).isEqualTo(i + 1);
                assertThat(sealed.checkpoint().signedBy(TestLogs.SIGNER.verifierKey()))
                        .isTrue();
                assertThat(sealed.proof()
                                .leadsTo(
                                        sealed.checkpoint().root(),
                                        sealed.recorded().leaf(new Hasher())))
                        .isTrue();
                assertThat(log.entry(i).orElseThrow().entry()).isEqualTo(sealed.entry());
            }
            assertThat(log.entry(70)).isEmpty();
            assertThat(log.entry(-1)).isEmpty();
        }
    }

    @Test
    void what_was_appended_is_there_again_after_closing_over_many_segments() {
        LogConfig small = TestLogs.config()
                .withLimits(LogLimits.USUAL.withSegmentBytes(4000).withMarkEvery(10));
        List<String> texts = new ArrayList<>();
        Checkpoint last;
        try (EvidenceLog log = EvidenceLog.open(directory, small)) {
            for (int i = 0; i < 100; i++) {
                texts.add(TestLogs.append(log, samples.draft()).recorded().text());
            }
            last = log.checkpoint();
        }
        try (EvidenceLog log = EvidenceLog.open(directory, small)) {
            assertThat(log.checkpoint().root()).isEqualTo(last.root());
            List<String> replayed = new ArrayList<>();
            log.replay(0, recorded -> replayed.add(recorded.text()));
            assertThat(replayed).isEqualTo(texts);
            for (int i = 0; i < 100; i++) {
                assertThat(log.entry(i).orElseThrow().text()).isEqualTo(texts.get(i));
                assertThat(log.receipt(i).orElseThrow().entry()).isEqualTo(texts.get(i));
            }
            assertThat(TestLogs.append(log, samples.draft()).index()).isEqualTo(100);
        }
        assertThat(directory.resolve("journal").toFile().list()).hasSizeGreaterThan(20);
    }

    @Test
    void derived_files_that_are_missing_are_made_again_from_the_journal() throws IOException {
        LogConfig small = TestLogs.config().withLimits(LogLimits.USUAL.withSegmentBytes(100_000));
        Checkpoint last;
        try (EvidenceLog log = EvidenceLog.open(directory, small)) {
            appendMany(log, 700);
            last = log.checkpoint();
        }
        for (String derived : List.of("tree/hashes", "tree/mark", "checkpoint", "tile/0/000", "tile/1/000.p/2")) {
            Files.delete(directory.resolve(derived));
        }
        try (var index = Files.list(directory.resolve("journal"))) {
            for (Path file :
                    index.filter(path -> path.toString().endsWith(".idx")).toList()) {
                Files.delete(file);
            }
        }
        try (EvidenceLog log = EvidenceLog.open(directory, small)) {
            assertThat(log.checkpoint().root()).isEqualTo(last.root());
            assertThat(log.entry(5)).isPresent();
            log.publish();
            for (String derived : List.of("tree/hashes", "checkpoint", "tile/0/000", "tile/1/000.p/2")) {
                assertThat(directory.resolve(derived)).exists();
            }
        }
    }

    @Test
    void a_tile_lost_below_the_mark_is_written_again() throws IOException {
        try (EvidenceLog log = open()) {
            appendMany(log, 600);
        }
        byte[] tile = Files.readAllBytes(directory.resolve("tile/0/001"));
        Files.delete(directory.resolve("tile/0/001"));
        try (EvidenceLog log = open()) {
            log.publish();
        }
        assertThat(directory.resolve("tile/0/001")).hasBinaryContent(tile);
    }

    @Test
    void the_public_sees_checkpoint_and_tiles_and_nothing_else() {
        try (EvidenceLog log = open()) {
            appendMany(log, 300);
            log.publish();
            assertThat(log.published("checkpoint"))
                    .hasValueSatisfying(note -> assertThat(new String(note, StandardCharsets.UTF_8))
                            .isEqualTo(log.checkpoint().note()));
            assertThat(log.published("tile/0/000").orElseThrow()).hasSize(Tile.FULL * 32);
            assertThat(log.published("tile/0/001.p/44").orElseThrow()).hasSize(44 * 32);
            assertThat(log.published("tile/0/001.p/12").orElseThrow()).hasSize(12 * 32);
            for (String path : List.of(
                    "tile/0/001.p/45",
                    "tile/0/001",
                    "tile/1/000",
                    "tile/entries/000",
                    "journal/000000000000.seg",
                    "tile/0/../../journal",
                    "",
                    "tile/0/0",
                    "lock",
                    "tile/0/000.p/0",
                    "tile/0/000.p/256",
                    "tile/8/000")) {
                assertThat(log.published(path)).as(path).isEmpty();
            }
        }
    }

    @Test
    void a_guard_that_refuses_at_the_last_moment_leaves_nothing_written() {
        AtomicBoolean suspended = new AtomicBoolean();
        Guard guard = () -> suspended.get() ? Refusal.of(ErrorCode.NO_MANDATE) : null;
        try (EvidenceLog log = open()) {
            TestLogs.done(log.append(samples.draft(), guard));
            suspended.set(true);
            assertThat(TestLogs.refused(log.append(samples.draft(), guard))).isEqualTo(ErrorCode.NO_MANDATE);
            assertThat(log.size()).isEqualTo(1);
        }
    }

    @Test
    void a_full_queue_refuses_and_what_was_taken_is_still_written() throws InterruptedException {
        LogConfig small =
                TestLogs.config().withLimits(LogLimits.USUAL.withQueueEntries(3).withGroupEntries(1));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        Guard slow = () -> {
            entered.countDown();
            awaitQuietly(let);
            return null;
        };
        try (EvidenceLog log = EvidenceLog.open(directory, small)) {
            List<CompletableFuture<?>> taken = new ArrayList<>();
            taken.add(log.append(samples.draft(), slow));
            entered.await();
            for (int i = 0; i < 3; i++) {
                taken.add(log.append(samples.draft(), Guard.NONE));
            }
            assertThat(TestLogs.refused(log.append(samples.draft(), Guard.NONE)))
                    .isEqualTo(ErrorCode.OVERLOADED);
            let.countDown();
            CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
            assertThat(log.size()).isEqualTo(4);
        }
    }

    @Test
    void the_longest_entry_is_taken_and_one_byte_more_is_refused() {
        int length = samples.act("L", Instant.EPOCH).canonical().length();
        byte[] exact = TestLogs.samples(77).act("L", Instant.EPOCH).canonical().getBytes(StandardCharsets.UTF_8);
        assertThat(exact.length).isGreaterThanOrEqualTo(length);
        LogConfig fits = TestLogs.config(fixed()).withLimits(LogLimits.USUAL.withEntryBytes(exact.length));
        LogConfig short1 = TestLogs.config(fixed()).withLimits(LogLimits.USUAL.withEntryBytes(exact.length - 1));
        try (EvidenceLog log = EvidenceLog.open(directory.resolve("a"), fits)) {
            TestLogs.append(log, time -> TestLogs.samples(77).act("L", time));
        }
        try (EvidenceLog log = EvidenceLog.open(directory.resolve("b"), short1)) {
            assertThat(TestLogs.refused(log.append(time -> TestLogs.samples(77).act("L", time), Guard.NONE)))
                    .isEqualTo(ErrorCode.BODY_TOO_LARGE);
            assertThat(log.size()).isZero();
        }
    }

    private static SettableClock fixed() {
        SettableClock clock = new SettableClock();
        clock.move(Duration.between(clock.instant(), Instant.EPOCH));
        return clock;
    }

    @Test
    void when_the_clock_goes_back_uses_are_refused_and_refusals_are_recorded_at_the_greatest_time() {
        SettableClock clock = new SettableClock();
        Instant noon = clock.instant();
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config(clock))) {
            TestLogs.append(log, samples.use("U1", 1));
            clock.move(Duration.ofSeconds(-2));
            assertThat(TestLogs.append(log, samples.use("U2", 1)).entry().head().machineTime())
                    .isEqualTo(noon);
            clock.move(Duration.ofMillis(-1));
            assertThat(TestLogs.refused(log.append(samples.use("U3", 1), Guard.NONE)))
                    .isEqualTo(ErrorCode.CLOCK_WENT_BACK);
            Sealed refusal = TestLogs.append(log, time -> samples.refusal("R1", time));
            assertThat(refusal.entry().head().machineTime()).isEqualTo(noon);
        }
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config(clock))) {
            assertThat(TestLogs.refused(log.append(samples.use("U4", 1), Guard.NONE)))
                    .as("after a restart too")
                    .isEqualTo(ErrorCode.CLOCK_WENT_BACK);
            clock.move(Duration.ofSeconds(2));
            assertThat(TestLogs.append(log, samples.use("U5", 1)).index()).isEqualTo(3);
        }
    }

    @Test
    void a_draft_that_throws_or_takes_another_time_harms_nobody_else() {
        try (EvidenceLog log = open()) {
            CompletableFuture<?> broken = log.append(
                    time -> {
                        throw new IllegalStateException("draft");
                    },
                    Guard.NONE);
            CompletableFuture<?> wrongTime = log.append(time -> samples.act("A", time.minusSeconds(1)), Guard.NONE);
            assertThat(TestLogs.append(log, samples.draft()).index()).isZero();
            assertThat(broken).isCompletedExceptionally();
            assertThat(wrongTime).isCompletedExceptionally();
        }
    }

    @Test
    void a_log_is_open_once_and_after_closing_takes_nothing() {
        EvidenceLog log = open();
        assertThatThrownBy(this::open).isInstanceOf(Fault.class).hasMessageContaining("open in this process already");
        log.close();
        assertThat(TestLogs.fault(log.append(samples.draft(), Guard.NONE)).code())
                .isEqualTo(ErrorCode.STORAGE);
        log.close();
        open().close();
    }

    @Test
    void an_interrupted_reader_does_not_close_the_log_for_the_others() {
        try (EvidenceLog log = open()) {
            appendMany(log, 10);
            Thread.currentThread().interrupt();
            assertThat(log.receipt(3)).isPresent();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.receipt(4)).isPresent();
            TestLogs.append(log, samples.draft());
        }
    }

    private EvidenceLog open() {
        return EvidenceLog.open(directory, TestLogs.config());
    }

    private void appendMany(EvidenceLog log, int count) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(log.append(samples.draft(), Guard.NONE));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
