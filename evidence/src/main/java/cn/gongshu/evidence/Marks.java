package cn.gongshu.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What ties an entry to a subject and a request without showing either.
 *
 * @param subject tag of the data subject, or null where there is none
 * @param idempotency mark of the idempotency key; null in refusals, which bind none
 * @param bodyHash SHA-256 of the request body in hexadecimal, or null if none was read
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
