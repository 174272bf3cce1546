package cn.gongshu.bench.evidence;

import cn.gongshu.evidence.AnswerCommitment;
import cn.gongshu.evidence.Asked;
import cn.gongshu.evidence.Entry;
import cn.gongshu.evidence.EntryDraft;
import cn.gongshu.evidence.Given;
import cn.gongshu.evidence.Grounds;
import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.evidence.Marks;
import cn.gongshu.evidence.Salt;
import cn.gongshu.evidence.SubjectTag;
import cn.gongshu.evidence.UseEntry;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;

import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Entries as long as those of P37 in the demo: a chain of six links, three items, their snapshots. What the door computes
 * before it appends (tags, marks, commitments) is computed once here: the log's own cost is measured.
 */
final class Uses {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final String HASH = "5f".repeat(32);
    private static final Asked ASKED = new Asked("agency", "P37", "sub-agency-p37", "employment-support");
    private static final Grounds GROUNDS = new Grounds(
            List.of("scheme-2025", "operating-2026", "partner-a-2026", "scenario-p37", "live-p37", "sub-agency-p37"),
            List.of(HASH, HASH, HASH, HASH, HASH, HASH),
            List.of("C05-01", "C07-01", "C07-02"),
            List.of("C05-01@1", "C07-01@1", "C07-02@1"));

    private final Salt salt;
    private final Marks marks;
    private final Given given;

    Uses(RandomGenerator random) {
        this.salt = Salt.draw(random);
        SecretKeySpec secret = new SecretKeySpec(new byte[32], "HmacSHA256");
        this.marks = new Marks(
                SubjectTag.of(secret, "PERSON", "bench"),
                IdempotencyMark.of(secret, new PartyId("agency"), new ProductCode("P37"), "bench"),
                HASH);
        AnswerCommitment answer = AnswerCommitment.ofCanonical(salt, DAY.toString(), "{\"missingMonths\":[]}");
        this.given = new Given(1, null, answer, List.of("consent:employment-support:agency:2026-1", "floor:10"), null);
    }

    EntryDraft draft(String id) {
        return EntryDraft.salted(salt, time -> entry(id, time));
    }

    private UseEntry entry(String id, Instant time) {
        return new UseEntry(new Entry.Head(id, time, DAY, "use-1096d"), ASKED, marks, GROUNDS, given);
    }

    /** Bytes of one entry in the journal, less its few bytes of frame. */
    byte[] bytes() {
        return entry("u-000000000000000000000000", Instant.parse("2026-11-25T08:00:00.123Z"))
                .canonical()
                .getBytes(StandardCharsets.UTF_8);
    }
}
