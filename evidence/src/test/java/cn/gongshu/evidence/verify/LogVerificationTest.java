package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.EntryDraft;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Guard;
import cn.gongshu.evidence.Receipt;
import cn.gongshu.evidence.SampleEntries;
import cn.gongshu.evidence.TestLogs;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.verify.Verification.CannotRead;
import cn.gongshu.evidence.verify.Verification.DoesNotHold;
import cn.gongshu.evidence.verify.Verification.Holds;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;

import static org.assertj.core.api.Assertions.assertThat;

class LogVerificationTest {

    private static final int ENTRIES = 700;

    @TempDir
    Path directory;

    private Path log = Path.of("");
    private byte[] receipt = new byte[0];
    private String earlier = "";

    /** A log of 700 entries, a receipt for its last one, a checkpoint from when it had 300. */
    @BeforeEach
    void fill() {
        log = directory.resolve("log");
        List<EntryDraft> drafts = drafts();
        append(log, drafts.subList(0, 300));
        try (EvidenceLog open = EvidenceLog.open(log, TestLogs.config())) {
            earlier = open.checkpoint().note();
        }
        append(log, drafts.subList(300, ENTRIES));
        try (EvidenceLog open = EvidenceLog.open(log, TestLogs.config())) {
            receipt = bytes(open.receipt(ENTRIES - 1).orElseThrow().json());
        }
    }

    private static List<EntryDraft> drafts() {
        SampleEntries samples = TestLogs.samples(99);
        List<EntryDraft> drafts = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            drafts.add(samples.draft());
        }
        return drafts;
    }

    private static void append(Path folder, List<EntryDraft> drafts) {
        try (EvidenceLog open = EvidenceLog.open(folder, TestLogs.config())) {
            CompletableFuture.allOf(drafts.stream()
                            .map(draft -> open.append(draft, Guard.NONE))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    @Test
    void a_log_holds_with_an_earlier_checkpoint_and_a_receipt() {
        assertThat(verify(log, null, null)).isInstanceOf(Holds.class);
        assertThat(verify(log, receipt, earlier)).isInstanceOf(Holds.class);
    }

    @Test
    void a_flipped_bit_in_any_public_file_that_counts_does_not_hold() throws IOException {
        Files.move(log.resolve("journal"), directory.resolve("not-public")); // as the public has it
        SplittableRandom random = new SplittableRandom(3);
        List<Path> files = new ArrayList<>();
        try (var tree = Files.walk(log.resolve("tile"))) {
            tree.filter(Files::isRegularFile).forEach(files::add);
        }
        files.add(log.resolve("checkpoint"));
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < 5; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bad);
                boolean read = file.endsWith("checkpoint") || needed(file);
                assertThat(verify(log, null, null)).as("%s", file).isInstanceOf(read ? DoesNotHold.class : Holds.class);
            }
            Files.write(file, Arrays.copyOf(good, good.length - 1));
            if (needed(file)) {
                assertThat(verify(log, null, null)).isInstanceOf(DoesNotHold.class);
            }
            Files.write(file, good);
        }
        assertThat(verify(log, null, null)).isInstanceOf(Holds.class);
    }

    /** Partial tiles of smaller trees may lie about; the newest tree needs these. */
    private boolean needed(Path file) {
        return List.of("tile/0/000", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2")
                .contains(log.relativize(file).toString());
    }

    @Test
    void a_missing_tile_does_not_hold_and_a_missing_checkpoint_cannot_be_read() throws IOException {
        for (String tile : List.of("tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2")) {
            byte[] good = Files.readAllBytes(log.resolve(tile));
            Files.delete(log.resolve(tile));
            assertThat(verify(log, null, null)).as(tile).isInstanceOf(DoesNotHold.class);
            Files.write(log.resolve(tile), good);
        }
        Files.delete(log.resolve("checkpoint"));
        assertThat(verify(log, null, null)).isInstanceOf(CannotRead.class);
        assertThat(verify(directory.resolve("nowhere"), null, null)).isInstanceOf(CannotRead.class);
    }

    @Test
    void a_whole_tile_stands_for_a_partial_one_that_is_gone() throws IOException {
        byte[] partial = Files.readAllBytes(log.resolve("tile/0/002.p/188"));
        Files.write(log.resolve("tile/0/002"), Arrays.copyOf(partial, 8192));
        Files.delete(log.resolve("tile/0/002.p/188"));
        assertThat(verify(log, receipt, earlier)).isInstanceOf(Holds.class);
    }

    @Test
    void a_journal_with_a_missing_reordered_or_changed_entry_does_not_hold() throws IOException {
        Path journal = log.resolve("journal/000000000000.seg");
        byte[] good = Files.readAllBytes(journal);
        byte[] cut = Arrays.copyOf(good, good.length - 10);
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 1;
        for (byte[] bad : List.of(cut, changed, Arrays.copyOf(good, 20), new byte[0])) {
            Files.write(journal, bad);
            assertThat(verify(log, null, null)).isInstanceOf(DoesNotHold.class);
        }
        Path other = directory.resolve("reordered");
        List<EntryDraft> drafts = drafts();
        Collections.swap(drafts, 400, 401);
        append(other, drafts);
        Files.write(journal, Files.readAllBytes(other.resolve("journal/000000000000.seg")));
        assertThat(verify(log, null, null)).isInstanceOf(DoesNotHold.class);
        Files.delete(journal);
        assertThat(verify(log, null, null)).isInstanceOf(DoesNotHold.class);
    }

    /** Whoever has the key can sign another log; whoever kept a checkpoint or receipt finds out. */
    @Test
    void a_log_cut_or_rewritten_by_the_holder_of_the_key_shows_against_a_later_receipt_or_checkpoint() {
        Path cut = directory.resolve("cut");
        append(cut, drafts().subList(0, ENTRIES - 1));
        assertThat(verify(cut, null, null)).as("by itself it looks well").isInstanceOf(Holds.class);
        assertThat(verify(cut, receipt, null))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, not -> assertThat(not.reason().en()).contains("the log was cut"));
        Path rewritten = directory.resolve("rewritten");
        append(rewritten, drafts()); // same entries, other blinds
        assertThat(verify(rewritten, null, null)).isInstanceOf(Holds.class);
        for (Verification against : List.of(verify(rewritten, receipt, null), verify(rewritten, null, earlier))) {
            assertThat(against)
                    .isInstanceOfSatisfying(
                            DoesNotHold.class,
                            not -> assertThat(not.reason().en()).contains("rewrote history"));
        }
    }

    @Test
    void a_salt_changed_in_the_journal_with_its_checksum_mended_does_not_hold() throws IOException {
        Path journal = log.resolve("journal/000000000000.seg");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(journal));
        int frame = 32;
        while ((bytes.get(frame + 8) & 2) == 0) {
            frame += 8 + bytes.getInt(frame);
        }
        bytes.put(frame + 9, (byte) (bytes.get(frame + 9) ^ 1)); // the salt stands first, after the flags
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), frame, 4);
        crc.update(bytes.array(), frame + 8, bytes.getInt(frame));
        bytes.putInt(frame + 4, (int) crc.getValue());
        Files.write(journal, bytes.array());
        assertThat(verify(log, null, null))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, not -> assertThat(not.reason().en()).startsWith("the salt of entry"));
    }

    @Test
    void two_checkpoints_of_one_size_with_different_roots_are_two_histories() {
        Checkpoint real = Checkpoint.parse(Receipt.parse(receipt).checkpoint());
        String fork = Checkpoint.sign(real.size(), Checkpoint.parse(earlier).root(), TestLogs.SIGNER)
                .note();
        assertThat(new Verifier(TestLogs.SIGNER.verifierKey(), LagPatience.NONE)
                        .verify(new Question(null, receipt, bytes(fork), null)))
                .isInstanceOf(DoesNotHold.class);
    }

    @Test
    void a_running_log_holds_over_http_at_every_moment_and_its_newest_receipt_with_it() throws IOException {
        try (EvidenceLog open = EvidenceLog.open(log, TestLogs.config())) {
            SampleEntries samples = TestLogs.samples(5);
            HttpServer server = serve(open::published);
            try {
                String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log/main";
                for (int i = 0; i < 20; i++) {
                    byte[] newest = bytes(
                            TestLogs.append(open, samples.draft()).receipt().json());
                    assertThat(verify(LogSource.of(url), newest, earlier)).isInstanceOf(Holds.class);
                }
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void an_address_that_fails_or_answers_too_much_cannot_be_read() throws IOException {
        HttpServer server = serve(path -> {
            throw new IllegalStateException("no");
        });
        HttpServer endless = serve(path -> Optional.of(new byte[100_000]));
        String gone;
        try {
            gone = "http://127.0.0.1:" + server.getAddress().getPort() + "/log/main/";
            assertThat(verify(LogSource.of(gone), null, null)).isInstanceOf(CannotRead.class);
            assertThat(verify(
                            LogSource.of(
                                    "http://127.0.0.1:" + endless.getAddress().getPort() + "/log/main/"),
                            null,
                            null))
                    .isInstanceOf(CannotRead.class);
        } finally {
            server.stop(0);
            endless.stop(0);
        }
        assertThat(verify(LogSource.of(gone), null, null)).isInstanceOf(CannotRead.class);
    }

    private interface PublicFiles {
        Optional<byte[]> at(String path);
    }

    private static HttpServer serve(PublicFiles files) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/main/", exchange -> answer(exchange, files));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, PublicFiles files) throws IOException {
        try (exchange) {
            Optional<byte[]> content =
                    files.at(exchange.getRequestURI().getPath().substring("/log/main/".length()));
            exchange.sendResponseHeaders(content.isPresent() ? 200 : 404, content.isPresent() ? 0 : -1);
            if (content.isPresent()) {
                exchange.getResponseBody().write(content.get());
            }
        } catch (IllegalStateException broken) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private static Verification verify(Path folder, byte @Nullable [] receipt, @Nullable String checkpoint) {
        return verify(LogSource.of(folder.toString()), receipt, checkpoint);
    }

    private static Verification verify(LogSource source, byte @Nullable [] receipt, @Nullable String checkpoint) {
        byte[] note = checkpoint == null ? null : bytes(checkpoint);
        return new Verifier(TestLogs.SIGNER.verifierKey(), LagPatience.NONE)
                .verify(new Question(source, receipt, note, null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
