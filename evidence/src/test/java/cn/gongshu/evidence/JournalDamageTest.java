package cn.gongshu.evidence;

import cn.gongshu.kernel.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is found when a log is opened whose files were damaged, by a crash or by someone. */
class JournalDamageTest {

    private static final int ENTRIES = 20;

    @TempDir
    Path directory;

    private Path segment = Path.of("");
    private final List<Long> ends = new ArrayList<>();

    /** Twenty groups of one entry; ends of each in the only segment. */
    @BeforeEach
    void fill() throws IOException {
        segment = directory.resolve("journal/000000000000.seg");
        SampleEntries samples = TestLogs.samples(5);
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
            for (int i = 0; i < ENTRIES; i++) {
                TestLogs.append(log, samples.draft());
                ends.add(Files.size(segment));
            }
        }
    }

    @Test
    void a_torn_last_record_is_cut_wherever_it_tore() throws IOException {
        forgetDerived();
        byte[] whole = Files.readAllBytes(segment);
        long before = ends.get(ENTRIES - 2);
        for (long length = whole.length - 1L; length >= before; length -= 7) {
            Files.write(segment, Arrays.copyOf(whole, (int) length));
            try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
                assertThat(log.size()).isEqualTo(ENTRIES - 1);
                assertThat(log.cutBytes()).isEqualTo(length - before);
            }
            assertThat(Files.size(segment)).isEqualTo(before);
            forgetDerived();
        }
    }

    /** Blocks of one write reach the disk in any order: the first frame can be missing and the others there. */
    @Test
    void a_last_group_whose_first_frame_never_reached_the_disk_is_cut_whole() throws IOException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        SampleEntries samples = TestLogs.samples(9);
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
            CompletableFuture<?> alone = log.append(samples.draft(), () -> {
                writing.countDown();
                awaitQuietly(queued);
                return null;
            });
            awaitQuietly(writing);
            List<CompletableFuture<?>> together = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                together.add(log.append(samples.draft(), Guard.NONE));
            }
            queued.countDown();
            CompletableFuture.allOf(together.toArray(CompletableFuture[]::new)).join();
            alone.join();
        }
        forgetDerived();
        byte[] whole = Files.readAllBytes(segment);
        int groupStart = lastGroup(whole);
        Arrays.fill(whole, groupStart, groupStart + 40, (byte) 0);
        Files.write(segment, whole);
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
            assertThat(log.size()).isEqualTo(ENTRIES + 1);
            assertThat(log.cutBytes()).isEqualTo(whole.length - groupStart);
        }
    }

    /** Where the frame of the entry after the one that was written alone begins. */
    private int lastGroup(byte[] bytes) {
        int at = Math.toIntExact(ends.get(ENTRIES - 1));
        return at + Frames.FRAME_HEAD + Frames.bodyLength(bytes, at);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void rubbish_and_zeros_after_the_last_record_are_cut() throws IOException {
        byte[] rubbish = new byte[5000];
        new Random(3).nextBytes(rubbish);
        for (byte[] tail : List.of(new byte[5000], rubbish, new byte[] {0, 0, 1, 0})) {
            Files.write(segment, tail, StandardOpenOption.APPEND);
            try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
                assertThat(log.size()).isEqualTo(ENTRIES);
                assertThat(log.cutBytes()).isEqualTo(tail.length);
            }
        }
    }

    @Test
    void a_flipped_byte_before_the_last_group_is_a_fault_that_names_segment_and_byte() throws IOException {
        forgetDerived();
        byte[] whole = Files.readAllBytes(segment);
        for (int at = 0; at < ends.get(ENTRIES - 2); at += 61) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(segment, damaged);
            long frame = frameOf(at);
            assertThatThrownBy(() -> EvidenceLog.open(directory, TestLogs.config()))
                    .as("byte %d", at)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("000000000000.seg is damaged at byte " + frame);
        }
    }

    @Test
    void a_flipped_byte_of_the_last_record_is_found_because_the_checkpoint_was_published() throws IOException {
        byte[] whole = Files.readAllBytes(segment);
        whole[whole.length - 3] ^= 1;
        Files.write(segment, whole);
        assertThatThrownBy(() -> EvidenceLog.open(directory, TestLogs.config()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("it was cut");
        assertThat(segment).as("left as found").hasBinaryContent(whole);
    }

    @Test
    void a_journal_cut_below_what_was_published_is_not_opened_even_without_its_marks() throws IOException {
        Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), Math.toIntExact(ends.get(10))));
        assertThatThrownBy(() -> EvidenceLog.open(directory, TestLogs.config())).hasMessageContaining("it was cut");
        Files.delete(directory.resolve("tree/mark"));
        assertThatThrownBy(() -> EvidenceLog.open(directory, TestLogs.config())).hasMessageContaining("it was cut");
    }

    @Test
    void a_journal_rewritten_with_good_checksums_does_not_lead_to_the_published_checkpoint() throws IOException {
        Path other = directory.resolve("other");
        try (EvidenceLog log = EvidenceLog.open(other, TestLogs.config())) {
            SampleEntries samples = TestLogs.samples(6);
            for (int i = 0; i < ENTRIES; i++) {
                TestLogs.append(log, samples.draft());
            }
        }
        Files.write(segment, Files.readAllBytes(other.resolve("journal/000000000000.seg")));
        Files.delete(directory.resolve("tree/mark"));
        assertThatThrownBy(() -> EvidenceLog.open(directory, TestLogs.config()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("are not those of the published checkpoint");
    }

    @Test
    void damaged_derived_files_are_made_again() throws IOException {
        byte[] hashes = Files.readAllBytes(directory.resolve("tree/hashes"));
        Files.write(directory.resolve("tree/hashes"), Arrays.copyOf(hashes, hashes.length / 2));
        Files.writeString(directory.resolve("checkpoint"), "");
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
            assertThat(log.receipt(7)).isPresent();
        }
        assertThat(directory.resolve("tree/hashes")).hasBinaryContent(hashes);
        Files.writeString(directory.resolve("tree/mark"), "rubbish");
        EvidenceLog.open(directory, TestLogs.config()).close();
        assertThat(directory.resolve("tree/hashes")).hasBinaryContent(hashes);
    }

    @Test
    void a_missing_or_foreign_segment_is_a_fault() throws IOException {
        Path many = directory.resolve("many");
        LogConfig small = TestLogs.config().withLimits(LogLimits.USUAL.withSegmentBytes(2000));
        SampleEntries samples = TestLogs.samples(7);
        try (EvidenceLog log = EvidenceLog.open(many, small)) {
            for (int i = 0; i < ENTRIES; i++) {
                TestLogs.append(log, samples.draft());
            }
        }
        List<Path> segments;
        try (var files = Files.list(many.resolve("journal"))) {
            segments = files.filter(file -> file.toString().endsWith(".seg"))
                    .sorted()
                    .toList();
        }
        byte[] second = Files.readAllBytes(segments.get(1));
        Files.delete(segments.get(1));
        assertThatThrownBy(() -> EvidenceLog.open(many, small)).isInstanceOf(Fault.class);
        Files.write(segments.get(1), Arrays.copyOf(second, second.length - 1));
        assertThatThrownBy(() -> EvidenceLog.open(many, small))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("damaged");
        Files.write(segments.get(1), second);
        EvidenceLog.open(many, small).close();
        Files.delete(segments.get(0));
        assertThatThrownBy(() -> EvidenceLog.open(many, small)).hasMessageContaining("begins at entry");
    }

    private long frameOf(int at) {
        if (at < Frames.SEGMENT_HEAD) {
            return 0;
        }
        long start = Frames.SEGMENT_HEAD;
        for (long end : ends) {
            if (at < end) {
                return start;
            }
            start = end;
        }
        return start;
    }

    private void forgetDerived() throws IOException {
        Files.deleteIfExists(directory.resolve("checkpoint"));
        Files.deleteIfExists(directory.resolve("tree/mark"));
    }
}
