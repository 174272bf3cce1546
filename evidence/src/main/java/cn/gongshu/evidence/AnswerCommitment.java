package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Binds an entry to the data answered without showing it: SHA-256 of {@code gongshu/answer}, a salt and the data's
 * canonical JSON. The salt is in the receipt, so whoever has receipt and data can open it, and nobody can guess.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record AnswerCommitment(String hex) {

    private static final byte[] LABEL = "gongshu/answer".getBytes(StandardCharsets.US_ASCII);

    public AnswerCommitment {
        Sha256Hex.check(hex);
    }

    /** The commitment to a value of the kinds {@link CanonicalJson} takes. */
    public static AnswerCommitment of(Salt salt, @Nullable Object data) {
        return ofCanonical(salt, CanonicalJson.bytes(data));
    }

    /** The same for data that is canonical JSON already. */
    public static AnswerCommitment ofCanonical(Salt salt, byte[] canonical) {
        return new AnswerCommitment(Sha256Hex.of(LABEL, salt.bytes(), canonical));
    }
}
