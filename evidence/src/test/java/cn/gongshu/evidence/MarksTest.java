package cn.gongshu.evidence;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import org.junit.jupiter.api.Test;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MarksTest {

    @Test
    void a_subject_tag_is_the_documented_hmac_and_changes_with_key_kind_and_id() {
        SubjectTag tag = tag("key-of-one-subject", "person", "341502199001010011");
        assertThat(tag.hex()).isEqualTo("357a51b191dd77a92db71b6e8d2de5afcc5fb3a30b046e628b33ea6cee2d153d");
        assertThat(tag("key-of-another", "person", "341502199001010011")).isNotEqualTo(tag);
        assertThat(tag("key-of-one-subject", "firm", "341502199001010011")).isNotEqualTo(tag);
        assertThat(tag("key-of-one-subject", "person3", "41502199001010011")).isNotEqualTo(tag);
    }

    @Test
    void an_answer_commitment_is_the_documented_hash_and_opens_only_with_salt_date_and_data() {
        Salt salt = new Salt(0x0001020304050607L, 0x08090a0b0c0d0e0fL);
        Map<String, Object> data = Map.of("interrupted", true, "months", 3);
        AnswerCommitment commitment = AnswerCommitment.of(salt, "2026-10-31", data);
        assertThat(commitment.hex())
                .isEqualTo(Sha256Hex.of(
                        "gongshu/answer".getBytes(StandardCharsets.UTF_8),
                        HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"),
                        "{\"asOf\":\"2026-10-31\",\"data\":{\"interrupted\":true,\"months\":3}}"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(commitment.saltHash())
                .isEqualTo(Sha256Hex.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f")));
        assertThat(AnswerCommitment.of(new Salt(0, 1), "2026-10-31", data).hex())
                .isNotEqualTo(commitment.hex());
        assertThat(AnswerCommitment.of(salt, "2026-10-30", data).hex()).isNotEqualTo(commitment.hex());
        assertThat(AnswerCommitment.of(salt, "2026-10-31", Map.of("interrupted", false, "months", 3))
                        .hex())
                .isNotEqualTo(commitment.hex());
    }

    @Test
    void a_mark_and_a_body_are_told_again_with_the_installations_key_and_guessed_with_none() {
        SecretKey ours = secret("one installation");
        SecretKey another = secret("another one");
        byte[] body = "{\"subject\":\"341502199001010011\"}".getBytes(StandardCharsets.UTF_8);
        IdempotencyMark mark = mark(ours, "k|1");
        assertThat(mark(ours, "k|1")).isEqualTo(mark);
        assertThat(mark(ours, "k|2")).isNotEqualTo(mark);
        assertThat(mark(another, "k|1")).isNotEqualTo(mark);
        assertThat(mark.hex()).isNotEqualTo(Sha256Hex.of("agency|P37|k|1".getBytes(StandardCharsets.UTF_8)));
        assertThat(Marks.bodyHash(ours, body))
                .isEqualTo(Marks.bodyHash(secret("one installation"), body))
                .isNotEqualTo(Marks.bodyHash(another, body))
                .isNotEqualTo(Sha256Hex.of(body));
    }

    private static IdempotencyMark mark(SecretKey key, String idempotencyKey) {
        return IdempotencyMark.of(key, new PartyId("agency"), new ProductCode("P37"), idempotencyKey);
    }

    private static SecretKey secret(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static SubjectTag tag(String key, String kind, String id) {
        return SubjectTag.of(secret(key), kind, id);
    }
}
