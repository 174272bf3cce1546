package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Limits;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.Parties;
import cn.gongshu.mandate.Placement;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Quota;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.authorisation.TranscribedActs.SignatureRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;

/** Subscriptions (订购): the direct act of a consumer, made and signed in its own session. */
@Service
class Subscriptions {

    private final MandateStore store;
    private final Admission admission;
    private final Signing signing;
    private final Acts acts;
    private final Epoch epoch;

    Subscriptions(MandateStore store, Admission admission, Signing signing, Acts acts, Epoch epoch) {
        this.store = store;
        this.admission = admission;
        this.signing = signing;
        this.acts = acts;
        this.epoch = epoch;
    }

    /**
     * What a consumer asks for.
     *
     * @param quota uses over the whole term, or null for none of its own
     */
    record Request(
            MandateId id,
            ProductCode product,
            Purpose purpose,
            Term term,
            @Nullable Long quota) {}

    /** Subscribes the officer's organisation; scope and price are those of the go-live approval, narrowed to it. */
    @Transactional
    Outcome<MandateId> subscribe(Request request, Officer by) {
        return approval(request.product)
                .map(approval -> contract(request, approval, by.organisation()))
                .then(contract -> store.exists(contract.id())
                        ? Outcome.refused(TranscribedActs.taken(contract))
                        : admission.admit(contract))
                .then(contract -> make(contract, by));
    }

    private Outcome<MandateId> make(Contract contract, Officer by) {
        store.insert(contract, null, by);
        return signing.sign(contract, new SignatureRequest(by.organisation(), null), by)
                .map(party -> {
                    String status = store.addStatus(contract.id(), MandateState.CONFIRMED, by, "", null);
                    String signed = store.addStatus(contract.id(), MandateState.SIGNED, by, "", null);
                    acts.record(new Act(
                            "subscribed",
                            "mandate",
                            contract.id().value(),
                            by,
                            "R054",
                            Map.of("contractHash", contract.hash().hex()),
                            List.of(
                                    new WrittenRow(
                                            StateTable.MANDATE, contract.id().value()),
                                    new WrittenRow(StateTable.MANDATE_STATUS, status),
                                    new WrittenRow(StateTable.MANDATE_STATUS, signed),
                                    new WrittenRow(
                                            StateTable.MANDATE_SIGNATURE,
                                            MandateStore.signatureId(contract.id(), party)))));
                    epoch.bump();
                    return contract.id();
                });
    }

    private static Contract contract(Request request, Mandate approval, PartyId consumer) {
        Quota quota = request.quota == null ? null : new Quota(request.quota);
        return new Contract(
                request.id,
                new Placement(MandateKind.SUBSCRIPTION, approval.id(), request.product),
                new Parties(approval.grantee(), consumer),
                "订购 " + request.product,
                approval.scope().narrowedTo(request.purpose, consumer),
                new Limits(request.term, approval.contract().limits().conditions(), quota, null));
    }

    /** The product's go-live approval that was signed last, as the store orders them; without one there is nothing to subscribe to (R075). */
    private Outcome<Mandate> approval(ProductCode product) {
        return store.all().stream()
                .filter(link -> link.kind() == MandateKind.GO_LIVE_APPROVAL)
                .filter(link -> product.equals(link.contract().place().product()))
                .filter(link -> link.recorded() == MandateState.SIGNED || link.recorded() == MandateState.SUSPENDED)
                .reduce((earlier, later) -> later)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(ErrorCode.NOT_LIVE, Map.of("product", product.value()))));
    }
}
