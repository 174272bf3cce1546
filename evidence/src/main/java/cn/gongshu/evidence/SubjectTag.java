package cn.gongshu.evidence;

import javax.crypto.SecretKey;

import java.nio.charset.StandardCharsets;

/**
 * Stands for a data subject in entries: HMAC-SHA256 under that subject's own key. Destroy the key and the entries can no
 * longer be tied to the subject, though the log stays whole.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record SubjectTag(String hex) {

    public SubjectTag {
        Sha256Hex.check(hex);
    }

    /**
     * The tag of a subject.
     *
     * @param subjectKey that subject's key, at least 128 bits
     * @param kind kind of subject, such as {@code person}
     * @param id its identity number
     */
    public static SubjectTag of(SecretKey subjectKey, String kind, String id) {
        return new SubjectTag(Hmac.hex(
                subjectKey,
                kind.getBytes(StandardCharsets.UTF_8),
                new byte[] {0},
                id.getBytes(StandardCharsets.UTF_8)));
    }
}
