package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Binds an entry to the answer given without showing it: SHA-256 of {@code gongshu/answer}, a salt and the canonical JSON
 * of <code>{"asOf":…,"data":…}</code>. The salt is in the receipt, so whoever has receipt and answer can open it, and
 * nobody can guess. The salt's own hash stands beside it, so that a changed salt is noticed without the answer.
 *
 * @param hex 64 lower-case hexadecimal digits
 * @param saltHash SHA-256 of the salt's 16 bytes, 64 lower-case hexadecimal digits
 */
public record AnswerCommitment(String hex, String saltHash) {

    private static final byte[] LABEL = "gongshu/answer".getBytes(StandardCharsets.US_ASCII);

    public AnswerCommitment {
        Sha256Hex.check(hex);
        Sha256Hex.check(saltHash);
    }

    /**
     * The commitment to an answer.
     *
     * @param asOf the date the data stand at, as answered
     * @param data a value of the kinds {@link CanonicalJson} takes
     */
    public static AnswerCommitment of(Salt salt, String asOf, @Nullable Object data) {
        return ofCanonical(salt, asOf, CanonicalJson.text(data));
    }

    /** The same for data that is canonical JSON already. */
    public static AnswerCommitment ofCanonical(Salt salt, String asOf, String data) {
        String answer =
                new CanonicalObject().text("asOf", asOf).raw("data", data).end();
        byte[] salted = salt.bytes();
        return new AnswerCommitment(
                Sha256Hex.of(LABEL, salted, answer.getBytes(StandardCharsets.UTF_8)), Sha256Hex.of(salted));
    }

    /** Whether a salt is the one this was made with; there is one where there is a commitment, and only there. */
    static boolean salted(@Nullable AnswerCommitment commitment, @Nullable Salt salt) {
        if (commitment == null || salt == null) {
            return commitment == null && salt == null;
        }
        return commitment.saltHash.equals(Sha256Hex.of(salt.bytes()));
    }
}
