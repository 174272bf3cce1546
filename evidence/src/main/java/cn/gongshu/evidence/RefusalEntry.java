package cn.gongshu.evidence;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One refusal. It is no use: it takes from no quota and binds no idempotency key.
 *
 * @param head id, times, retention
 * @param asked what was known of who asked for what
 * @param marks subject and body, as far as they were read
 * @param grounds what it was judged on, as far as that got
 * @param reason why
 */
public record RefusalEntry(Head head, Asked asked, Marks marks, Grounds grounds, Reason reason) implements Entry {

    static final String KIND = "refusal";

    /**
     * Why it was refused, in terms that outlive the catalogue of codes.
     *
     * @param code name of the {@link ErrorCode} at the time
     * @param clause id of the clause, or null where none applies
     */
    public record Reason(String code, @Nullable String clause) {

        public static Reason of(Refusal refusal) {
            return new Reason(refusal.code().name(), refusal.clause());
        }
    }

    @Override
    public String canonical() {
        CanonicalObject out = new CanonicalObject()
                .text("bodyHash", marks.bodyHash())
                .texts("chain", grounds.chain())
                .text("clause", reason.clause())
                .text("code", reason.code())
                .texts("contractHashes", grounds.contractHashes())
                .text("id", head.id())
                .text("idempotency", marks.idempotencyHex())
                .texts("items", grounds.items())
                .text("kind", KIND)
                .text("legalDate", head.legalDate().toString())
                .text("machineTime", head.machineTime().toString());
        return out.text("party", asked.party())
                .text("product", asked.product())
                .text("purpose", asked.purpose())
                .text("retention", head.retention())
                .texts("snapshots", grounds.snapshots())
                .text("subjectTag", marks.subjectHex())
                .text("subscription", asked.subscription())
                .number("v", VERSION)
                .end();
    }

    static RefusalEntry read(Members members) {
        return new RefusalEntry(
                Head.read(members),
                Asked.read(members),
                Marks.read(members),
                Grounds.read(members),
                new Reason(members.text("code"), members.optionalText("clause")));
    }
}
