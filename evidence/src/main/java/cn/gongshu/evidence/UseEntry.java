package cn.gongshu.evidence;

/**
 * One use of data: who asked, on what it rested, what was given.
 *
 * @param head id, times, retention
 * @param asked party, product, subscription, purpose
 * @param marks subject, idempotency key and body, none of them readable
 * @param grounds mandates, contracts, items, snapshots
 * @param given quantity, charge, answer, obligations
 */
public record UseEntry(Head head, Asked asked, Marks marks, Grounds grounds, Given given) implements Entry {

    static final String KIND = "use";

    public UseEntry {
        if (asked.party() == null || asked.product() == null || asked.purpose() == null) {
            throw new IllegalArgumentException("a use has a party, a product and a purpose");
        }
    }

    @Override
    public String canonical() {
        CanonicalObject out = new CanonicalObject()
                .text("answerCommitment", given.answerHex())
                .text("bodyHash", marks.bodyHash())
                .texts("chain", grounds.chain())
                .number("charge", given.charge())
                .texts("contractHashes", grounds.contractHashes())
                .number("hiddenGroups", given.hiddenGroups())
                .text("id", head.id())
                .text("idempotency", marks.idempotencyHex())
                .texts("items", grounds.items())
                .text("kind", KIND)
                .text("legalDate", head.legalDate().toString())
                .text("machineTime", head.machineTime().toString());
        return out.texts("obligations", given.obligations())
                .number("optOuts", given.optOuts())
                .text("party", asked.party())
                .text("product", asked.product())
                .text("purpose", asked.purpose())
                .number("quantity", given.quantity())
                .text("retention", head.retention())
                .text("saltHash", given.saltHash())
                .texts("snapshots", grounds.snapshots())
                .text("subjectTag", marks.subjectHex())
                .text("subscription", asked.subscription())
                .number("v", VERSION)
                .end();
    }

    static UseEntry read(Members members) {
        return new UseEntry(
                Head.read(members),
                Asked.read(members),
                Marks.read(members),
                Grounds.read(members),
                Given.read(members));
    }
}
