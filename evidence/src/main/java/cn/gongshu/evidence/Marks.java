package cn.gongshu.evidence;

import org.jspecify.annotations.Nullable;

import javax.crypto.SecretKey;

/**
 * What ties an entry to a subject and a request without showing either.
 *
 * @param subject tag of the data subject, or null where there is none
 * @param idempotency mark of the idempotency key; null in refusals, which bind none
 * @param bodyHash HMAC-SHA-256 of the request body in hexadecimal, under a key of the installation because all of the body
 *     but an identity number is known; null if no body was read
 */
public record Marks(
        @Nullable SubjectTag subject,
        @Nullable IdempotencyMark idempotency,
        @Nullable String bodyHash) {

    public Marks {
        if (bodyHash != null) {
            Sha256Hex.check(bodyHash);
        }
    }

    /**
     * What stands for a request body.
     *
     * @param secret the installation's key for bodies, at least 128 bits
     */
    public static String bodyHash(SecretKey secret, byte[] body) {
        return Hmac.hex(secret, body);
    }

    @Nullable
    String subjectHex() {
        return subject == null ? null : subject.hex();
    }

    @Nullable
    String idempotencyHex() {
        return idempotency == null ? null : idempotency.hex();
    }

    static Marks read(Members members) {
        String subject = members.optionalText("subjectTag");
        String idempotency = members.optionalText("idempotency");
        return new Marks(
                subject == null ? null : new SubjectTag(subject),
                idempotency == null ? null : new IdempotencyMark(idempotency),
                members.optionalText("bodyHash"));
    }
}
