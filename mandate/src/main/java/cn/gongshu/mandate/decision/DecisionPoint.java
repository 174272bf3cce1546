package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.decision.Decision.Allowed;
import cn.gongshu.mandate.decision.Decision.Refused;
import cn.gongshu.mandate.decision.Obligation.RequireConsent;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/**
 * The one place where uses are decided; every door asks here. In memory: no lock, no database, nothing that blocks.
 * Safe for any number of threads.
 */
public final class DecisionPoint {

    private final EpochWatch watch;
    private final LongSupplier nanoTime;

    /** @param nanoTime the monotonic clock that {@code watch} is fed by */
    public DecisionPoint(EpochWatch watch, LongSupplier nanoTime) {
        this.watch = watch;
        this.nanoTime = nanoTime;
    }

    /** Whether this use may happen now, and what the door must see to. Takes no quota; an escrow does. */
    public Decision decide(Use use) {
        return switch (watch.standing(nanoTime.getAsLong())) {
            case Standing.Current(ChainSnapshot snapshot) -> snapshot.decide(use);
            case Standing.Unknown(Refusal refusal) -> new Refused(refusal);
        };
    }

    /** Judges the data subject once its row is there: the same {@code allowed}, or refused. Before anything is recorded. */
    public Decision judgeSubject(Allowed allowed, SubjectStanding standing) {
        return consents(allowed, standing) ? allowed : new Refused(Refusal.of(ErrorCode.CONSENT_MISSING));
    }

    @Clause("I01")
    private static boolean consents(Allowed allowed, SubjectStanding standing) {
        if (!Rules.on("I01")) {
            return true;
        }
        RequireConsent required = allowed.obligation(RequireConsent.class);
        return !standing.optedOut() && (required == null || meets(standing.consent(), required, allowed.use()));
    }

    private static boolean meets(@Nullable Consent consent, RequireConsent required, Use use) {
        return consent != null
                && !consent.withdrawn()
                && consent.purpose().equals(required.purpose())
                && consent.recipient().equals(required.recipient())
                && (consent.product() == null || consent.product().equals(use.product()))
                && (required.textVersion() == null || required.textVersion().equals(consent.textVersion()))
                && !use.moment().legalDate().isAfter(consent.lastDay());
    }

    /**
     * The check that the journal's writer runs right before it writes, and the door before it answers: the same epoch
     * still stands, or the use is decided again and still allowed.
     */
    public WriteGuard guardFor(Allowed allowed) {
        return () -> refusedSince(allowed);
    }

    private @Nullable Refusal refusedSince(Allowed allowed) {
        return switch (watch.standing(nanoTime.getAsLong())) {
            case Standing.Unknown(Refusal refusal) -> refusal;
            case Standing.Current(ChainSnapshot snapshot) ->
                snapshot.epoch() == allowed.chain().epoch() ? null : refusedIn(snapshot, allowed.use());
        };
    }

    private static @Nullable Refusal refusedIn(ChainSnapshot snapshot, Use use) {
        return switch (snapshot.decide(use)) {
            case Allowed stillAllowed -> null;
            case Refused(Refusal refusal) -> refusal;
        };
    }
}
