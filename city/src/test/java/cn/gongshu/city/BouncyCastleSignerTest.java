package cn.gongshu.city;

import cn.gongshu.evidence.tree.Ed25519Signer;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class BouncyCastleSignerTest {

    @Test
    void its_signatures_are_those_of_the_jdk_byte_for_byte() {
        Random random = new Random(8032);
        for (int i = 0; i < 50; i++) {
            Ed25519Signer jdk = Ed25519Signer.generate("gongshu-test/log", new SecureRandom());
            BouncyCastleSigner fast = new BouncyCastleSigner(jdk);
            byte[] text = new byte[random.nextInt(300)];
            random.nextBytes(text);
            assertThat(fast.sign(text)).isEqualTo(jdk.sign(text));
            assertThat(fast.verifierKey()).isEqualTo(jdk.verifierKey());
        }
    }

    @Test
    void another_text_has_another_signature() {
        BouncyCastleSigner signer =
                new BouncyCastleSigner(Ed25519Signer.generate("gongshu-test/log", new SecureRandom()));
        assertThat(signer.sign("甲".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(signer.sign("乙".getBytes(StandardCharsets.UTF_8)));
    }
}
