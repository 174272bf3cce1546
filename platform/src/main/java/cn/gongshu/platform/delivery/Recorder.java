package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.AnswerCommitment;
import cn.gongshu.evidence.Asked;
import cn.gongshu.evidence.Entry.Head;
import cn.gongshu.evidence.EntryDraft;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Given;
import cn.gongshu.evidence.Grounds;
import cn.gongshu.evidence.Guard;
import cn.gongshu.evidence.Marks;
import cn.gongshu.evidence.Recorded;
import cn.gongshu.evidence.RefusalEntry;
import cn.gongshu.evidence.Salt;
import cn.gongshu.evidence.Sealed;
import cn.gongshu.evidence.UseEntry;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.decision.Decision.Allowed;
import cn.gongshu.mandate.decision.Obligation;
import cn.gongshu.mandate.decision.WriteGuard;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Parameters;
import cn.gongshu.regulation.RetentionRules;
import cn.gongshu.regulation.RetentionSchedule.RecordType;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes the entry of each use and refusal. */
final class Recorder {

    private static final int ID_BYTES = 12;

    private final EvidenceLog log;
    private final LegalDate legalDate;
    private final Parameters parameters;
    private final SecureRandom random;

    Recorder(EvidenceLog log, LegalDate legalDate, Parameters parameters, SecureRandom random) {
        this.log = log;
        this.legalDate = legalDate;
        this.parameters = parameters;
        this.random = random;
    }

    /** Machine time now, or the refusal while it is behind. */
    @Clause("I11")
    Outcome<Instant> now() {
        return log.machineTime().now();
    }

    /** Records a use; {@code guard} has the last word before it is written. */
    CompletableFuture<Outcome<Sealed>> use(Call call, Allowed allowed, Answered answer, WriteGuard guard) {
        Salt salt = Salt.draw(random);
        AnswerCommitment commitment = AnswerCommitment.ofCanonical(salt, answer.asOf(), answer.data());
        Obligation.Charge charge = allowed.obligation(Obligation.Charge.class);
        Given given = new Given(
                1,
                charge == null ? null : charge.price().fen(),
                commitment,
                allowed.obligations().stream().map(Recorder::words).toList(),
                answer.withheld());
        Grounds grounds = grounds(allowed, answer.snapshots());
        Marks marks = new Marks(answer.subject(), call.mark(), call.bodyHash());
        String id = id("u-");
        LocalDate today = legalDate.today();
        String retention = retention(today);
        EntryDraft draft = EntryDraft.salted(
                salt, time -> new UseEntry(new Head(id, time, today, retention), asked(call), marks, grounds, given));
        return log.append(draft, guard::refuses);
    }

    /** Records a refusal; it takes from no quota and binds no key. */
    CompletableFuture<Outcome<Sealed>> refusal(Call call, @Nullable Allowed allowed, Refusal refusal) {
        Grounds grounds = allowed == null ? Grounds.NONE : grounds(allowed, List.of());
        return refusal(asked(call), call.bodyHash(), grounds, refusal);
    }

    /** Records the refusal of a request that made no call. */
    CompletableFuture<Outcome<Sealed>> refusal(CallReader.Unread unread, Refusal refusal) {
        return refusal(unread.asked(), unread.bodyHash(), Grounds.NONE, refusal);
    }

    private CompletableFuture<Outcome<Sealed>> refusal(Asked asked, String bodyHash, Grounds grounds, Refusal refusal) {
        String id = id("r-");
        LocalDate today = legalDate.today();
        Marks marks = new Marks(null, null, bodyHash);
        String retention = retention(today);
        EntryDraft draft = time -> new RefusalEntry(
                new Head(id, time, today, retention), asked, marks, grounds, RefusalEntry.Reason.of(refusal));
        return log.append(draft, Guard.NONE);
    }

    /** Whether {@code answer} is the very answer that the use at {@code index} committed to. */
    boolean same(long index, Answered answer) {
        return log.entry(index).filter(recorded -> commitsTo(recorded, answer)).isPresent();
    }

    private static boolean commitsTo(Recorded recorded, Answered answer) {
        Salt salt = recorded.salt();
        return salt != null
                && recorded.entry() instanceof UseEntry use
                && AnswerCommitment.ofCanonical(salt, answer.asOf(), answer.data())
                        .equals(use.given().answer());
    }

    @Clause("R107")
    private static Grounds grounds(Allowed allowed, List<String> snapshots) {
        List<String> items = allowed.use().needs().columns().keySet().stream()
                .map(item -> item.value())
                .toList();
        return new Grounds(allowed.chain().ids(), allowed.chain().contractHashes(), items, snapshots);
    }

    private static Asked asked(Call call) {
        return new Asked(
                call.holder().party().value(),
                call.product().value(),
                call.holder().subscription().value(),
                call.purpose().code());
    }

    private static String words(Obligation obligation) {
        return switch (obligation) {
            case Obligation.RequireConsent(var purpose, var recipient, var version) ->
                "consent:" + purpose + ":" + recipient + (version == null ? "" : ":" + version);
            case Obligation.FloorOf(int k) -> "floor:" + k;
            case Obligation.LeaveOutOptOuts(var purpose) -> "leave-out-opt-outs";
            case Obligation.Charge(var price, var meter) -> "charge:" + price.fen() + ":" + meter;
        };
    }

    private String retention(LocalDate today) {
        return RetentionRules.schedule(RecordType.USE, parameters, today).code();
    }

    private String id(String prefix) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
