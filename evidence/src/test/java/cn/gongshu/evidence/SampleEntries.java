package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Entries such as the platform writes, drawn from a seed. */
public final class SampleEntries {

    /** The date every sample answer stands at. */
    public static final String AS_OF = "2026-10-31";

    private static final SecretKey SECRET = new SecretKeySpec(new byte[32], "HmacSHA256");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final RandomGenerator random;
    private long next;

    public SampleEntries(RandomGenerator random) {
        this.random = random;
    }

    /** A draft of any kind, with a salt now and then. */
    public EntryDraft draft() {
        String id = "E" + next++;
        return switch (random.nextInt(4)) {
            case 0 -> time -> refusal(id, time);
            case 1 -> time -> act(id, time);
            default -> use(id, Map.of("months", random.nextInt(12)));
        };
    }

    /** A use that commits to this answer. */
    public EntryDraft use(String id, Object answer) {
        Salt salt = Salt.draw(random);
        AnswerCommitment commitment = AnswerCommitment.of(salt, AS_OF, answer);
        return EntryDraft.salted(salt, time -> use(id, time, commitment));
    }

    private UseEntry use(String id, Instant time, AnswerCommitment commitment) {
        return new UseEntry(
                head(id, time),
                new Asked("agency", "P37", "S-" + random.nextInt(9), "employment-support"),
                new Marks(tag(), IdempotencyMark.of(SECRET, new PartyId("agency"), new ProductCode("P37"), id), hash()),
                new Grounds(texts("M"), List.of(hash(), hash()), texts("C07-0"), texts("C07-01@")),
                new Given(
                        1 + random.nextInt(5),
                        random.nextBoolean() ? null : Long.valueOf(random.nextInt(500)),
                        commitment,
                        texts("留痕:\"水印\"\n"),
                        random.nextBoolean() ? null : new Given.Withheld(random.nextInt(9), random.nextInt(9))));
    }

    public RefusalEntry refusal(String id, Instant time) {
        boolean known = random.nextBoolean();
        return new RefusalEntry(
                head(id, time),
                known ? new Asked("银行", "P04", null, "credit-assessment") : new Asked(null, null, null, null),
                new Marks(known ? tag() : null, null, random.nextBoolean() ? hash() : null),
                known ? new Grounds(texts("M"), List.of(), texts("C"), List.of()) : Grounds.NONE,
                new RefusalEntry.Reason("NO_MANDATE", random.nextBoolean() ? "R082" : null));
    }

    public ActEntry act(String id, Instant time) {
        return new ActEntry(
                head(id, time),
                new ActEntry.Deed("Suspension", random.nextBoolean() ? "R06A" : null, time.minusNanos(1000)),
                new ActEntry.Actor("bureau", "officer-" + random.nextInt(9)),
                new ActEntry.ActObject("mandate", "M" + random.nextInt(9)),
                new ActEntry.Content(
                        Long.toString(random.nextInt(1000)),
                        random.nextInt(1000),
                        hash(),
                        CanonicalJson.text(Map.of("reason", "安全评估未通过", "clause", "R06A", "n", random.nextInt(9)))));
    }

    private static Entry.Head head(String id, Instant time) {
        return new Entry.Head(id, time, DAY, "KEEP-3Y");
    }

    private SubjectTag tag() {
        return SubjectTag.of(
                new SecretKeySpec(new byte[] {1, 2, (byte) random.nextInt()}, "HmacSHA256"), "person", "341500");
    }

    private List<String> texts(String prefix) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(prefix + i);
        }
        return texts;
    }

    private String hash() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
