package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.Blind;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Receipt;
import cn.gongshu.evidence.Salt;
import cn.gongshu.evidence.SampleEntries;
import cn.gongshu.evidence.TestLogs;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.evidence.verify.Verification.CannotRead;
import cn.gongshu.evidence.verify.Verification.DoesNotHold;
import cn.gongshu.evidence.verify.Verification.Holds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptVerificationTest {

    private static final byte[] ANSWER = bytes(
            " { \"data\" : { \"months\":3, \"interrupted\" : true }, \"asOf\":\"2026-10-31\", \"receipt\":null } ");
    private static final VerifierKey KEY = TestLogs.SIGNER.verifierKey();

    @TempDir
    Path directory;

    private final List<Receipt> receipts = new ArrayList<>();
    private String earlier = "";

    /** Forty entries; the seventh is a use with a known answer. */
    @BeforeEach
    void fill() {
        SampleEntries samples = TestLogs.samples(31);
        try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
            for (int i = 0; i < 40; i++) {
                earlier = log.checkpoint().note();
                TestLogs.append(
                        log, i == 7 ? samples.use("U7", Map.of("interrupted", true, "months", 3)) : samples.draft());
            }
            for (int i = 0; i < 40; i++) {
                receipts.add(log.receipt(i).orElseThrow());
            }
        }
    }

    private Receipt receipt() {
        return receipts.get(7);
    }

    @Test
    void every_receipt_holds_and_opens_its_answer() {
        for (Receipt receipt : receipts) {
            assertThat(verify(receipt, null)).isInstanceOf(Holds.class);
        }
        assertThat(verify(receipt(), ANSWER)).isInstanceOf(Holds.class);
        for (String other : List.of(
                "{\"asOf\":\"2026-10-31\",\"data\":{\"interrupted\":false,\"months\":3}}",
                "{\"asOf\":\"2026-10-30\",\"data\":{\"interrupted\":true,\"months\":3}}",
                "{\"data\":{\"interrupted\":true,\"months\":3}}",
                "{\"asOf\":\"2026-10-31\"}",
                "{\"interrupted\":true,\"months\":3}",
                "[]")) {
            assertThat(verify(receipt(), bytes(other))).as(other).isInstanceOf(DoesNotHold.class);
        }
        assertThat(verify(receipt(), bytes("{\"months\":3"))).isInstanceOf(CannotRead.class);
        Receipt act = receipts.stream()
                .filter(one -> one.entry().contains("\"kind\":\"act\""))
                .findFirst()
                .orElseThrow();
        assertThat(verify(act, ANSWER)).as("an act has no answer").isInstanceOf(DoesNotHold.class);
    }

    @Test
    void a_receipt_with_a_flipped_bit_at_any_position_never_holds_with_the_answer_or_without() {
        String json = receipt().json();
        byte[] good = bytes(json);
        for (int at = 0; at < good.length; at++) {
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << (at % 7));
            assertThat(verify(flipped, ANSWER)).as("byte %d", at).isNotInstanceOf(Holds.class);
            assertThat(verify(flipped, null)).as("byte %d, alone", at).isNotInstanceOf(Holds.class);
        }
        assertThat(good.length).isGreaterThan(1500);
    }

    @Test
    void no_forged_receipt_holds() {
        Receipt good = receipt();
        Receipt other = receipts.get(8);
        Hash rubbish = Hash.copyOf(new byte[32], 0);
        List<Receipt> forged = new ArrayList<>();
        for (long index : new long[] {-1, 6, 8, 39, 40, Long.MAX_VALUE >> 10}) {
            forged.add(new Receipt(
                    "U7", good.log(), index, good.blind(), good.salt(), good.entry(), good.proof(), good.checkpoint()));
        }
        for (int i = 0; i < good.proof().size(); i++) {
            List<Hash> wrong = new ArrayList<>(good.proof());
            wrong.set(i, rubbish);
            forged.add(withProof(good, wrong));
            List<Hash> shorter = new ArrayList<>(good.proof());
            shorter.remove(i);
            forged.add(withProof(good, shorter));
            List<Hash> longer = new ArrayList<>(good.proof());
            longer.add(i, rubbish);
            forged.add(withProof(good, longer));
        }
        forged.add(withProof(good, List.of()));
        forged.add(withProof(good, other.proof()));
        forged.add(new Receipt(
                "U7", good.log(), 7, other.blind(), good.salt(), good.entry(), good.proof(), good.checkpoint()));
        forged.add(new Receipt(
                "U7", good.log(), 7, new Blind(0, 0), good.salt(), good.entry(), good.proof(), good.checkpoint()));
        forged.add(new Receipt(
                "U8", good.log(), 7, good.blind(), good.salt(), good.entry(), good.proof(), good.checkpoint()));
        forged.add(new Receipt(
                "U7", good.log(), 7, good.blind(), good.salt(), other.entry(), good.proof(), good.checkpoint()));
        forged.add(new Receipt(
                "U7",
                "other.example/log",
                7,
                good.blind(),
                good.salt(),
                good.entry(),
                good.proof(),
                good.checkpoint()));
        for (Salt salt : new Salt[] {other.salt(), null, new Salt(0, 0)}) {
            forged.add(new Receipt(
                    "U7", good.log(), 7, good.blind(), salt, good.entry(), good.proof(), good.checkpoint()));
        }
        for (Receipt one : forged) {
            assertThat(verify(one, null)).as("%s", one).isInstanceOf(DoesNotHold.class);
        }
    }

    @Test
    void a_checkpoint_that_is_replayed_truncated_of_another_log_or_key_does_not_hold() {
        Receipt good = receipt();
        Checkpoint real = Checkpoint.parse(good.checkpoint());
        Ed25519Signer sameName = Ed25519Signer.generate(KEY.name(), new SecureRandom());
        Ed25519Signer otherName = Ed25519Signer.generate("other.example/log", new SecureRandom());
        Hash rubbish = Hash.copyOf(new byte[32], 0);
        for (Checkpoint forged : List.of(
                Checkpoint.parse(earlier),
                Checkpoint.sign(7, real.root(), TestLogs.SIGNER),
                Checkpoint.sign(0, real.root(), TestLogs.SIGNER),
                Checkpoint.sign(real.size() * 2, real.root(), TestLogs.SIGNER),
                Checkpoint.sign(real.size(), rubbish, TestLogs.SIGNER),
                Checkpoint.sign(real.size(), real.root(), sameName),
                Checkpoint.sign(real.size(), real.root(), otherName))) {
            for (String log : List.of(good.log(), forged.origin())) {
                Receipt receipt =
                        new Receipt("U7", log, 7, good.blind(), good.salt(), good.entry(), good.proof(), forged.note());
                assertThat(verify(receipt, null)).as("%s", forged).isInstanceOf(DoesNotHold.class);
            }
        }
        assertThat(new Verifier(otherName.verifierKey(), LagPatience.NONE).verify(Question.of(bytes(good.json()))))
                .isInstanceOf(DoesNotHold.class);
    }

    @Test
    void an_entry_proved_but_unreadable_does_not_hold() {
        // A log that seals rubbish: the proof is right, the entry is none.
        Receipt good = receipt();
        Hash leaf = new Hasher().leaf(good.blind().bytes(), bytes("{}"));
        Checkpoint one = Checkpoint.sign(1, leaf, TestLogs.SIGNER);
        Receipt rubbish = new Receipt("U7", good.log(), 0, good.blind(), null, "{}", List.of(), one.note());
        assertThat(verify(rubbish, null)).isInstanceOf(DoesNotHold.class);
    }

    private static Receipt withProof(Receipt good, List<Hash> proof) {
        return new Receipt(
                good.id(), good.log(), good.index(), good.blind(), good.salt(), good.entry(), proof, good.checkpoint());
    }

    private static Verification verify(Receipt receipt, byte @Nullable [] data) {
        return verify(bytes(receipt.json()), data);
    }

    private static Verification verify(byte[] receipt, byte @Nullable [] data) {
        return new Verifier(KEY, LagPatience.NONE).verify(new Question(null, receipt, null, data));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
