package cn.gongshu.evidence.tree;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckpointTest {

    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String GO_VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private final Ed25519Signer signer = Ed25519Signer.generate("luan.example/log", new SecureRandom());
    private final Hash root = new Hasher().leaf(new byte[] {1});

    @Test
    void the_example_of_the_signed_note_format_comes_out_to_the_byte() {
        Ed25519Signer example = Ed25519Signer.parse(GO_SECRET + "\n");
        assertThat(example.verifierKey().line()).isEqualTo(GO_VERIFIER);
        assertThat(example.privateKeyLine()).isEqualTo(GO_SECRET);
        String text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        assertThat(SignedNote.sign(text, example).note())
                .isEqualTo(text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
                        + "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
    }

    @Test
    void a_seed_gives_the_public_key_and_signature_of_rfc_8032() {
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Ed25519Signer first = Ed25519Signer.fromSeed("x", seed);
        assertThat(HexFormat.of().formatHex(first.sign(new byte[0])))
                .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155");
        assertThat(first.verifierKey().verifies(new byte[0], first.sign(new byte[0])))
                .isTrue();
    }

    @Test
    void a_signed_checkpoint_is_read_back_and_holds_under_its_key_alone() {
        Checkpoint signed = Checkpoint.sign(42, root, signer);
        Checkpoint read = Checkpoint.parse(signed.note());
        assertThat(read).isEqualTo(signed);
        assertThat(read.signedBy(VerifierKey.parse(signer.verifierKey().line())))
                .isTrue();
        assertThat(read.signedBy(Ed25519Signer.generate("luan.example/log", new SecureRandom())
                        .verifierKey()))
                .as("same name, other key")
                .isFalse();
        assertThat(read.signedBy(Ed25519Signer.generate("other.example/log", new SecureRandom())
                        .verifierKey()))
                .isFalse();
    }

    @Test
    void a_checkpoint_of_another_origin_does_not_hold_though_the_key_signed_it() {
        String text = "other.example/log\n42\n" + root.base64() + "\n";
        Checkpoint foreign = Checkpoint.parse(SignedNote.sign(text, signer).note());
        assertThat(foreign.signedBy(signer.verifierKey())).isFalse();
    }

    @Test
    void extension_lines_and_signatures_of_others_do_not_disturb() {
        String text = "luan.example/log\n42\n" + root.base64() + "\nextension 1\n";
        SignedNote mine = SignedNote.sign(text, signer);
        SignedNote witness = SignedNote.sign(text, Ed25519Signer.generate("witness", new SecureRandom()));
        String both = new SignedNote(
                        text,
                        List.of(
                                witness.signatures().getFirst(),
                                mine.signatures().getFirst()))
                .note();
        assertThat(Checkpoint.parse(both).signedBy(signer.verifierKey())).isTrue();
    }

    @Test
    void no_flipped_bit_of_a_checkpoint_holds() {
        byte[] note = Checkpoint.sign(42, root, signer).note().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < note.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = note.clone();
                flipped[at] ^= (byte) (1 << bit);
                assertThat(holds(new String(flipped, StandardCharsets.UTF_8)))
                        .as("byte %d bit %d", at, bit)
                        .isFalse();
            }
        }
    }

    private boolean holds(String note) {
        try {
            return Checkpoint.parse(note).signedBy(signer.verifierKey());
        } catch (IllegalArgumentException noCheckpoint) {
            return false;
        }
    }

    @Test
    void what_is_no_key_or_no_checkpoint_is_said_to_be_none() {
        for (String bad : List.of(
                "",
                "name",
                "name+1",
                "name+00000000+AA==",
                GO_VERIFIER.replace("c74f20a3", "c74f20a4"),
                "Other" + GO_VERIFIER,
                GO_VERIFIER.replace("TW", "TX"),
                "+c74f20a3+" + GO_VERIFIER.substring(22))) {
            assertThatThrownBy(() -> VerifierKey.parse(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        for (String bad : List.of("", GO_VERIFIER, GO_SECRET.replace("c74f20a3", "c74f20a4"), GO_SECRET + "AA")) {
            assertThatThrownBy(() -> Ed25519Signer.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String body : List.of(
                "luan.example/log\n042\n" + root.base64() + "\n",
                "luan.example/log\n-1\n" + root.base64() + "\n",
                "luan.example/log\n1\nAAAA\n",
                "luan.example/log\n1\n",
                "\n1\n" + root.base64() + "\n",
                "luan.example/log\n1\n" + root.base64().replace('=', '+') + "\n")) {
            assertThatThrownBy(
                            () -> Checkpoint.parse(SignedNote.sign(body, signer).note()))
                    .as(body)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
