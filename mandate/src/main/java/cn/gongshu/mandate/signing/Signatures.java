package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.Naming;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which signatures count under a contract (R043). */
public final class Signatures {

    private final SignatureSuites suites;
    private final Function<PartyId, Optional<PartyPublicKey>> keys;
    private final Naming naming;

    /** @param keys the registered key of each party */
    public Signatures(SignatureSuites suites, Function<PartyId, Optional<PartyPublicKey>> keys, Naming naming) {
        this.suites = suites;
        this.keys = keys;
        this.naming = naming;
    }

    /**
     * One signature, as it arrives: accepted only in a session that acts for the party that signs, only from a party
     * that must sign, only if it is right. SIGNER_NOT_PARTY, SIGNERS_SAME or SIGNATURE_WRONG otherwise.
     */
    public Outcome<Signature> accept(SigningSession session, Contract contract, Signature signature) {
        return ownSession(session, signature).then(own -> named(contract, own)).then(own -> right(contract, own));
    }

    /**
     * All signatures of a contract, as stored: each required party's is there and right, and no two parties share a key
     * or an officer. LINK_UNSIGNED when one is missing.
     */
    public Outcome<Contract> verify(Contract contract, Collection<Signature> signatures) {
        Refusal refusal = apart(contract, signatures);
        for (PartyId party : contract.signers()) {
            refusal = refusal == null ? missing(contract, party, signatures) : refusal;
        }
        for (Signature signature : signatures) {
            refusal = refusal == null ? refusalIn(named(contract, signature).then(s -> right(contract, s))) : refusal;
        }
        return refusal == null ? Outcome.done(contract) : Outcome.refused(refusal);
    }

    private static @Nullable Refusal refusalIn(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> null;
            case Outcome.Refused<?>(Refusal refusal) -> refusal;
        };
    }

    @Clause("R043")
    private Outcome<Signature> ownSession(SigningSession session, Signature signature) {
        boolean own =
                session.party().equals(signature.party()) && session.officer().equals(signature.officer());
        return own || !Rules.on("R043") ? Outcome.done(signature) : notParty(signature.party());
    }

    @Clause("R043")
    private Outcome<Signature> named(Contract contract, Signature signature) {
        boolean needed = contract.signers().contains(signature.party());
        return needed || !Rules.on("R043") ? Outcome.done(signature) : notParty(signature.party());
    }

    private Outcome<Signature> notParty(PartyId party) {
        Naming.Name name = naming.party(party);
        return Outcome.refused(
                Refusal.of(ErrorCode.SIGNER_NOT_PARTY, Map.of("party", name.zh(), "party@en", name.en())));
    }

    @Clause("R043")
    private Outcome<Signature> right(Contract contract, Signature signature) {
        boolean right = keys.apply(signature.party())
                .filter(key -> key.suite().equals(signature.suite()))
                .map(key -> verifies(key, contract, signature))
                .orElse(false);
        return right || !Rules.on("R043")
                ? Outcome.done(signature)
                : Outcome.refused(Refusal.of(ErrorCode.SIGNATURE_WRONG));
    }

    private boolean verifies(PartyPublicKey key, Contract contract, Signature signature) {
        byte[] value;
        try {
            value = Base64.getDecoder().decode(signature.value());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return suites.find(key.suite())
                .map(suite -> suite.verify(key.key(), contract.canonical(), value))
                .orElse(false);
    }

    @Clause("R043")
    private @Nullable Refusal apart(Contract contract, Collection<Signature> signatures) {
        boolean two = contract.kind().signers() == MandateKind.Signers.BOTH;
        Map<String, PartyId> officers = new HashMap<>();
        Map<String, PartyId> used = new HashMap<>();
        boolean apart = !two || contract.signers().size() == 2;
        for (Signature signature : signatures) {
            PartyId party = signature.party();
            String key = keys.apply(party).map(PartyPublicKey::base64).orElse(party.value());
            apart &= party.equals(officers.computeIfAbsent(signature.officer(), officer -> party))
                    && party.equals(used.computeIfAbsent(key, k -> party));
        }
        return apart || !Rules.on("R043") ? null : Refusal.of(ErrorCode.SIGNERS_SAME);
    }

    @Clause("R043")
    private static @Nullable Refusal missing(Contract contract, PartyId party, Collection<Signature> signatures) {
        boolean there =
                signatures.stream().anyMatch(signature -> signature.party().equals(party));
        return there || !Rules.on("R043")
                ? null
                : Refusal.of(
                        ErrorCode.LINK_UNSIGNED,
                        Map.of(
                                "link",
                                contract.title(),
                                "link@en",
                                contract.id().value()));
    }
}
