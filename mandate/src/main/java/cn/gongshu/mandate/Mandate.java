package cn.gongshu.mandate;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Term;

import java.time.LocalDate;

/**
 * One link of the chain (授权链节): its contract, the hash that was signed, and its status over time.
 *
 * @param signedHash hash of the contract as signed; a contract that no longer has it counts as unsigned
 */
public record Mandate(Contract contract, ContractHash signedHash, Timeline timeline) {

    /** A link whose stored contract is the one to be signed. */
    public static Mandate of(Contract contract, Timeline timeline) {
        return new Mandate(contract, contract.hash(), timeline);
    }

    public MandateId id() {
        return contract.id();
    }

    public MandateKind kind() {
        return contract.kind();
    }

    public String title() {
        return contract.title();
    }

    public Scope scope() {
        return contract.scope();
    }

    public Term term() {
        return contract.limits().term();
    }

    public PartyId grantee() {
        return contract.parties().grantee();
    }

    /** The state recorded last, whatever the date. */
    public MandateState recorded() {
        return timeline.last().state();
    }

    /** False when somebody changed the contract behind the signatures. */
    public boolean intact() {
        return contract.hash().equals(signedHash);
    }

    /** What the link amounts to on a legal date. */
    public MandateState state(LocalDate asOf) {
        return switch (recorded()) {
            case SIGNED -> signedState(asOf);
            case SUSPENDED -> over(asOf) ? MandateState.EXPIRED : MandateState.SUSPENDED;
            case ENTERED -> MandateState.ENTERED;
            case CONFIRMED -> MandateState.CONFIRMED;
            case TERMINATED -> MandateState.TERMINATED;
            case IN_FORCE, EXPIRED -> throw new IllegalStateException("never recorded");
        };
    }

    private MandateState signedState(LocalDate asOf) {
        if (over(asOf)) {
            return MandateState.EXPIRED;
        }
        return term().contains(asOf) ? MandateState.IN_FORCE : MandateState.SIGNED;
    }

    private boolean over(LocalDate asOf) {
        return !asOf.isBefore(term().until());
    }

    public Mandate then(StatusChange change) {
        return new Mandate(contract, signedHash, timeline.then(change));
    }
}
