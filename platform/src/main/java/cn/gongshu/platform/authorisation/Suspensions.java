package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateLife;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.MandateStep;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.decision.Cascade;
import cn.gongshu.mandate.decision.ChainSnapshot;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Suspension and resumption (R06A): direct acts of the grantor, previewed before they are confirmed, reversible. */
@Service
class Suspensions {

    private final MandateStore store;
    private final Acts acts;
    private final Epoch epoch;

    Suspensions(MandateStore store, Acts acts, Epoch epoch) {
        this.store = store;
        this.acts = acts;
        this.epoch = epoch;
    }

    /** What a suspension would reach. */
    @Transactional(readOnly = true)
    Outcome<Cascade> preview(MandateId id) {
        ChainSnapshot snapshot = ChainSnapshot.of(epoch.current(), store.all(), List.of(), Naming.CODES);
        return Cascade.preview(snapshot, id);
    }

    /**
     * Suspends a link; at every door everything below it stops within a second of the commit.
     *
     * @param previewToken of the preview the officer saw; refused when what it reaches has changed since
     */
    @Transactional
    Outcome<MandateId> suspend(MandateId id, String previewToken, Ground ground, Officer by) {
        return preview(id)
                .then(cascade -> cascade.token().equals(previewToken)
                        ? change(id, MandateStep.SUSPEND, ground, by)
                        : Outcome.refused(Refusal.of(ErrorCode.PREVIEW_STALE)));
    }

    @Transactional
    Outcome<MandateId> resume(MandateId id, Ground ground, Officer by) {
        return change(id, MandateStep.RESUME, ground, by);
    }

    private Outcome<MandateId> change(MandateId id, MandateStep step, Ground ground, Officer by) {
        return store.lock(id)
                .map(stored -> change(stored.mandate(), step, ground, by))
                .orElseGet(() -> Outcome.refused(unknown()));
    }

    private Outcome<MandateId> change(Mandate link, MandateStep step, Ground ground, Officer by) {
        PartyId grantor = link.contract().parties().grantor();
        if (!by.organisation().equals(grantor)) {
            return Outcome.refused(Refusal.of(
                            ErrorCode.NOT_PERMITTED,
                            Map.of(
                                    "operation",
                                    step == MandateStep.SUSPEND ? "暂停他方授出的授权" : "恢复他方授出的授权",
                                    "operation@en",
                                    "change what another party granted"))
                    .under("R06A"));
        }
        return switch (MandateLife.next(link.title(), link.recorded(), step)) {
            case Outcome.Done<MandateState>(MandateState next) -> {
                record(link, step, next, ground, by);
                yield Outcome.done(link.id());
            }
            case Outcome.Refused<MandateState>(Refusal refusal) ->
                Outcome.refused(MandateLife.leadsTo(step, link.recorded()) ? saying(refusal, link.id()) : refusal);
        };
    }

    /** The refusal of a step that a colleague took before: who did, and when. */
    private Refusal saying(Refusal refusal, MandateId id) {
        MandateStore.Change last = store.lastChange(id);
        String at = last.at()
                .atZone(LegalDate.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toLocalDateTime()
                .toString();
        Map<String, String> details = new HashMap<>(refusal.details());
        details.put("fix", last.by() + " 已于 " + at.replace('T', ' ') + " 使其处于此状态，无需再办");
        details.put("fix@en", last.by() + " brought it there at " + at.replace('T', ' ') + "; nothing more is needed");
        return new Refusal(refusal.code(), refusal.clause(), details);
    }

    private void record(Mandate link, MandateStep step, MandateState next, Ground ground, Officer by) {
        String status = store.addStatus(link.id(), next, by, ground.reason, ground.document);
        acts.record(new Act(
                step == MandateStep.SUSPEND ? "mandate-suspended" : "mandate-resumed",
                "mandate",
                link.id().value(),
                by,
                "R06A",
                Map.of("reason", ground.reason, "document", ground.document.canonical()),
                List.of(new WrittenRow(StateTable.MANDATE_STATUS, status))));
        epoch.bump();
    }

    static Refusal unknown() {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "授权链节", "what@en", "mandate"));
    }

    /** Why, and the paper it rests on. */
    record Ground(String reason, Document document) {}
}
