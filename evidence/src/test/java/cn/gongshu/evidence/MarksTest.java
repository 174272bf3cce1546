package cn.gongshu.evidence;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import org.junit.jupiter.api.Test;

import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
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
    void an_answer_commitment_is_the_documented_hash_and_opens_only_with_salt_and_data() {
        Salt salt = new Salt(0x0001020304050607L, 0x08090a0b0c0d0e0fL);
        AnswerCommitment commitment = AnswerCommitment.of(salt, Map.of("interrupted", true, "months", 3));
        assertThat(commitment.hex()).isEqualTo("5e1e88e03a3de60afaf51959f22be5d539f4e6cb1afc3ac49b82287f3272519c");
        assertThat(AnswerCommitment.of(new Salt(0, 1), Map.of("interrupted", true, "months", 3)))
                .isNotEqualTo(commitment);
        assertThat(AnswerCommitment.of(salt, Map.of("interrupted", false, "months", 3)))
                .isNotEqualTo(commitment);
    }

    @Test
    void an_idempotency_mark_is_the_hash_of_party_product_and_key() {
        assertThat(IdempotencyMark.of(new PartyId("agency"), new ProductCode("P37"), "k|1")
                        .hex())
                .isEqualTo(Sha256Hex.of("agency|P37|k|1".getBytes(StandardCharsets.UTF_8)));
    }

    private static SubjectTag tag(String key, String kind, String id) {
        return SubjectTag.of(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"), kind, id);
    }
}
