package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.Sealed;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.decision.Caller;
import cn.gongshu.mandate.decision.Decision;
import cn.gongshu.mandate.decision.Decision.Allowed;
import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.decision.Moment;
import cn.gongshu.mandate.decision.Use;
import cn.gongshu.mandate.escrow.Escrow;
import cn.gongshu.mandate.escrow.Pending;
import cn.gongshu.platform.delivery.IdempotencyRegister.Binding;
import cn.gongshu.platform.delivery.IdempotencyRegister.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One use from door to proof: decide, answer under the obligations, take from the quotas, record, and only then let the
 * answer go. Nothing here blocks; a use counts when its entry is durable, and whatever was taken and not recorded is
 * given back.
 */
final class UseFlow {

    private final DecisionPoint decisions;
    private final Escrow escrow;
    private final IdempotencyRegister register;
    private final Recorder recorder;
    private final LegalDate legalDate;
    private final Answers subjects;
    private final Answers aggregates;

    private final JournalReads reads;

    UseFlow(Decisions decisions, Recorder recorder, LegalDate legalDate, Answers subjects, Answers aggregates) {
        this.decisions = decisions.point();
        this.reads = decisions.reads();
        this.escrow = decisions.escrow();
        this.register = decisions.register();
        this.recorder = recorder;
        this.legalDate = legalDate;
        this.subjects = subjects;
        this.aggregates = aggregates;
    }

    /** What decides and counts, and what was recorded before. */
    record Decisions(DecisionPoint point, Escrow escrow, IdempotencyRegister register, JournalReads reads) {}

    /** What became of a call: an answer with its receipt, a receipt whose data may no longer be given, or a refusal. */
    sealed interface Result {
        record Given(Answered answer, Sealed entry) implements Result {}

        /** Recorded earlier, refused now: the proof stays the caller's, the data are not given again. */
        record ReceiptOnly(long index, Refusal refusal) implements Result {}

        /** The same call came before: its receipt, with the data as they are. */
        record Repeated(long index, Answered answer) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    CompletableFuture<Result> run(Call call, LiveProduct product) {
        return switch (recorder.now()) {
            case Outcome.Refused<Instant>(Refusal refusal) -> refuse(call, null, refusal);
            case Outcome.Done<Instant>(Instant now) -> decided(call, product, now);
        };
    }

    private CompletableFuture<Result> decided(Call call, LiveProduct product, Instant now) {
        return switch (register.take(call.mark(), call.bodyHash())) {
            case Outcome.Refused<Standing>(Refusal conflict) -> refuse(call, null, conflict);
            case Outcome.Done<Standing>(Standing.Repeated(Binding binding)) ->
                reads.then(
                        binding.index(),
                        index -> index.map(at -> repeated(call, product, at)).orElseGet(() -> run(call, product)));
            case Outcome.Done<Standing>(Standing.Fresh(Binding binding)) ->
                fresh(call, product, decisions.decide(use(call, product, now)), binding);
        };
    }

    private Use use(Call call, LiveProduct product, Instant now) {
        return new Use(
                new Caller(call.holder().party(), call.holder().subscription()),
                call.product(),
                call.purpose(),
                product.needs(),
                1,
                new Moment(now, legalDate.today()));
    }

    private CompletableFuture<Result> fresh(Call call, LiveProduct product, Decision decision, Binding binding) {
        CompletableFuture<Result> result = switch (decision) {
            case Decision.Refused(Refusal refusal) -> refuse(call, null, refusal);
            case Allowed allowed -> answered(call, product, allowed, binding);
        };
        return result.whenComplete((done, failure) -> {
            if (failure != null || done instanceof Result.Refused) {
                register.release(call.mark(), binding);
            }
        });
    }

    private CompletableFuture<Result> answered(Call call, LiveProduct product, Allowed allowed, Binding binding) {
        return by(product).answer(call, product, allowed).thenCompose(outcome -> switch (outcome) {
            case Outcome.Refused<Answered>(Refusal refusal) -> refuse(call, allowed, refusal);
            case Outcome.Done<Answered>(Answered answer) -> taken(call, allowed, answer, binding);
        });
    }

    private CompletableFuture<Result> taken(Call call, Allowed allowed, Answered answer, Binding binding) {
        return switch (escrow.take(allowed.chain().quotaLinks(), 1)) {
            case Outcome.Refused<Pending>(Refusal spent) -> refuse(call, allowed, spent);
            case Outcome.Done<Pending>(Pending pending) ->
                recorded(new Settling(call, allowed, answer, pending, binding));
        };
    }

    private CompletableFuture<Result> recorded(Settling use) {
        CompletableFuture<Outcome<Sealed>> entry;
        try {
            entry = recorder.use(use.call, use.allowed, use.answer, decisions.guardFor(use.allowed));
        } catch (RuntimeException notEvenTried) {
            use.pending.voidPending();
            throw notEvenTried;
        }
        return entry.whenComplete((outcome, failure) -> {
                    if (failure != null) {
                        use.pending.voidPending();
                    }
                })
                .thenCompose(outcome -> settled(use, outcome));
    }

    /** A use handed to the log, with what must be counted or given back. */
    private record Settling(Call call, Allowed allowed, Answered answer, Pending pending, Binding binding) {}

    private CompletableFuture<Result> settled(Settling use, Outcome<Sealed> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Sealed>(Refusal refusal) -> {
                use.pending.voidPending();
                yield refuse(use.call, use.allowed, refusal);
            }
            case Outcome.Done<Sealed>(Sealed entry) -> {
                use.pending.post();
                register.settle(use.binding, entry.index());
                Refusal since = decisions.guardFor(use.allowed).refuses();
                yield CompletableFuture.completedFuture(
                        since == null
                                ? new Result.Given(use.answer, entry)
                                : new Result.ReceiptOnly(entry.index(), since));
            }
        };
    }

    /**
     * A repeated call is decided and answered anew, but neither counted nor recorded again. It is decided once the first
     * call is done, however long that took, and the chain has the last word as it has for a new use.
     */
    private CompletableFuture<Result> repeated(Call call, LiveProduct product, long index) {
        return switch (recorder.now()) {
            case Outcome.Refused<Instant>(Refusal refusal) -> receiptOnly(index, refusal);
            case Outcome.Done<Instant>(Instant now) ->
                switch (decisions.decide(use(call, product, now))) {
                    case Decision.Refused(Refusal refusal) -> receiptOnly(index, refusal);
                    case Allowed allowed ->
                        by(product)
                                .answer(call, product, allowed)
                                .thenCompose(outcome -> again(allowed, index, outcome));
                };
        };
    }

    private CompletableFuture<Result> again(Allowed allowed, long index, Outcome<Answered> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Answered>(Refusal refusal) -> receiptOnly(index, refusal);
            case Outcome.Done<Answered>(Answered answer) ->
                reads.same(recorder, index, answer).thenApply(same -> {
                    Refusal since = same ? decisions.guardFor(allowed).refuses() : Refusal.of(ErrorCode.DATA_CHANGED);
                    return since == null ? new Result.Repeated(index, answer) : new Result.ReceiptOnly(index, since);
                });
        };
    }

    private static CompletableFuture<Result> receiptOnly(long index, Refusal refusal) {
        return CompletableFuture.completedFuture(new Result.ReceiptOnly(index, refusal));
    }

    private CompletableFuture<Result> refuse(Call call, @Nullable Allowed allowed, Refusal refusal) {
        return recorder.refusal(call, allowed, refusal).thenApply(entry -> new Result.Refused(refusal));
    }

    private Answers by(LiveProduct product) {
        return product.aggregate() ? aggregates : subjects;
    }
}
