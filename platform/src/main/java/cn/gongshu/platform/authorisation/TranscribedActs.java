package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateLife;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.MandateStep;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.access.Role;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.authorisation.MandateStore.Stored;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import cn.gongshu.regulation.TranscriptionRules;
import cn.gongshu.regulation.TranscriptionRules.ActingOfficer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;

/**
 * Transcription (存量补录) of links agreed on paper: entered by one officer, confirmed by another of the same
 * organisation, then signed by each party in its own session. Whoever enters acts for one of the two parties.
 */
@Service
class TranscribedActs {

    private static final String OBJECT = "mandate";

    private final MandateStore store;
    private final Admission admission;
    private final Signing signing;
    private final Acts acts;
    private final Epoch epoch;

    TranscribedActs(MandateStore store, Admission admission, Signing signing, Acts acts, Epoch epoch) {
        this.store = store;
        this.admission = admission;
        this.signing = signing;
        this.acts = acts;
        this.epoch = epoch;
    }

    /** Enters a link; nothing of it counts before it is confirmed and signed. */
    @Transactional
    Outcome<MandateId> enter(Contract contract, Document document, Officer by) {
        if (contract.kind() == MandateKind.SUBSCRIPTION) {
            return Outcome.refused(notATranscription());
        }
        if (store.exists(contract.id())) {
            return Outcome.refused(taken(contract));
        }
        return root(contract, by)
                .then(officer -> party(contract, officer))
                .then(officer -> admission.admit(contract))
                .map(admitted -> {
                    store.insert(contract, document, by);
                    record(
                            contract,
                            "mandate-entered",
                            "R043",
                            by,
                            MandateLife.start(contract.kind()).name(),
                            document);
                    return contract.id();
                });
    }

    /** A scheme is the implementing agency's own: nobody else begins a chain (R040). */
    @Clause("R040")
    private static Outcome<Officer> root(Contract contract, Officer by) {
        boolean others = contract.kind() == MandateKind.SCHEME && !by.has(Role.AGENCY);
        return Rules.on("R040") && others
                ? Outcome.refused(Refusal.of(
                                ErrorCode.NOT_PERMITTED, Map.of("operation", "编制实施方案", "operation@en", "make a scheme"))
                        .under("R040"))
                : Outcome.done(by);
    }

    /** A second officer of the organisation that entered the link confirms it against the paper. */
    @Transactional
    Outcome<MandateId> confirm(MandateId id, Officer by) {
        return find(id).then(stored -> {
            ActingOfficer entered = new ActingOfficer(stored.enteredFor(), stored.enteredBy());
            ActingOfficer confirming = new ActingOfficer(by.organisation(), by.id());
            Mandate link = stored.mandate();
            return TranscriptionRules.confirm(entered, confirming)
                    .then(officer -> MandateLife.next(link.title(), link.recorded(), MandateStep.CONFIRM))
                    .map(next -> {
                        record(link.contract(), "mandate-confirmed", "I08", by, next.name(), null);
                        return id;
                    });
        });
    }

    /**
     * Signs for the party the session acts for. The signature that completes the link puts it in force (its term
     * willing) and moves the epoch.
     */
    @Transactional
    Outcome<Signed> sign(MandateId id, SignatureRequest request, Officer by) {
        return find(id).then(stored -> {
            Mandate link = stored.mandate();
            return MandateLife.next(link.title(), link.recorded(), MandateStep.SIGN)
                    .then(next -> root(link.contract(), by))
                    .then(officer -> signing.sign(link.contract(), request, by))
                    .map(party -> completed(link, party, by));
        });
    }

    private Signed completed(Mandate link, PartyId party, Officer by) {
        Contract contract = link.contract();
        boolean complete = signing.complete(contract);
        WrittenRow signature =
                new WrittenRow(StateTable.MANDATE_SIGNATURE, MandateStore.signatureId(contract.id(), party));
        if (!complete) {
            acts.record(new Act(
                    "mandate-party-signed",
                    OBJECT,
                    contract.id().value(),
                    by,
                    "R043",
                    Map.of(
                            "party",
                            party.value(),
                            "contractHash",
                            contract.hash().hex()),
                    List.of(signature)));
            return new Signed(contract.id(), false);
        }
        // Between the parties' signatures the parent may have ended or a rival agreement may have been signed; the
        // epoch's
        // row lets one signature after another see what the one before left.
        epoch.bump();
        admission.admit(contract).orThrow();
        String status = store.addStatus(contract.id(), MandateState.SIGNED, by, "", null);
        acts.record(new Act(
                "mandate-signed",
                OBJECT,
                contract.id().value(),
                by,
                "R043",
                Map.of("party", party.value(), "contractHash", contract.hash().hex()),
                List.of(signature, new WrittenRow(StateTable.MANDATE_STATUS, status))));
        return new Signed(contract.id(), true);
    }

    private void record(
            Contract contract, String type, String clause, Officer by, String state, @Nullable Document document) {
        String status = store.addStatus(contract.id(), MandateState.valueOf(state), by, "", document);
        acts.record(new Act(
                type,
                OBJECT,
                contract.id().value(),
                by,
                clause,
                Map.of(
                        "kind",
                        contract.kind().name(),
                        "contractHash",
                        contract.hash().hex(),
                        "state",
                        state),
                List.of(
                        new WrittenRow(StateTable.MANDATE, contract.id().value()),
                        new WrittenRow(StateTable.MANDATE_STATUS, status))));
    }

    private Outcome<Stored> find(MandateId id) {
        return store.lock(id)
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused(Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "授权链节", "what@en", "mandate"))));
    }

    private static Outcome<Officer> party(Contract contract, Officer by) {
        boolean party = by.organisation().equals(contract.parties().grantor())
                || by.organisation().equals(contract.parties().grantee());
        return party
                ? Outcome.done(by)
                : Outcome.refused(Refusal.of(
                        ErrorCode.NOT_PERMITTED,
                        Map.of("operation", "补录他方的授权", "operation@en", "enter a mandate between others")));
    }

    private static Refusal notATranscription() {
        return Refusal.of(
                ErrorCode.FIELD_INVALID,
                Map.of(
                        "field",
                        "kind",
                        "rule",
                        "订购由使用方直接办理",
                        "rule@en",
                        "a subscription is made by the consumer directly"));
    }

    static Refusal taken(Contract contract) {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                Map.of(
                        "what",
                        contract.id().value(),
                        "state",
                        "已存在",
                        "state@en",
                        "there already",
                        "operation",
                        "再次录入",
                        "operation@en",
                        "be entered again",
                        "fix",
                        "请换一个编号",
                        "fix@en",
                        "Choose another id"));
    }

    /** Where a link stands after a signature. */
    record Signed(MandateId id, boolean complete) {}

    /**
     * A signature asked for.
     *
     * @param party whose it is to be
     * @param signature made outside with the party's own key, base64; null to sign with the key kept for the party
     */
    record SignatureRequest(PartyId party, @Nullable String signature) {}
}
