package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.signing.Ed25519Suite;
import cn.gongshu.mandate.signing.PartyKeys;
import cn.gongshu.mandate.signing.Signature;
import cn.gongshu.mandate.signing.SignatureSuite;
import cn.gongshu.mandate.signing.SignatureSuites;
import cn.gongshu.mandate.signing.Signatures;
import cn.gongshu.mandate.signing.SigningSession;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.authorisation.TranscribedActs.SignatureRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** Takes a party's signature in that party's own session: made with the key kept for it, or brought from outside (R043). */
@Component
class Signing {

    private final MandateStore store;
    private final PartyKeys keys;
    private final Signatures signatures;
    private final SignatureSuite suite;
    private final SecureRandom random;

    Signing(MandateStore store, Naming naming, SecureRandom random, @Value("${gongshu.data}") Path data) {
        this.store = store;
        this.suite = new Ed25519Suite();
        SignatureSuites suites = SignatureSuites.of(suite);
        this.keys = new PartyKeys(data.resolve("keys"), suites);
        this.signatures = new Signatures(suites, keys::publicKey, naming);
        this.random = random;
    }

    /** The party whose signature is now on file. */
    Outcome<PartyId> sign(Contract contract, SignatureRequest request, Officer by) {
        if (store.signatures(contract.id()).stream().anyMatch(s -> s.party().equals(request.party()))) {
            return Outcome.refused(signedAlready(contract));
        }
        SigningSession session = new SigningSession(by.organisation(), by.id());
        return signatures
                .accept(session, contract, signature(contract, request, session))
                .map(accepted -> {
                    store.insertSignature(contract.id(), accepted);
                    return accepted.party();
                });
    }

    /** All signatures the contract needs are there and right. */
    boolean complete(Contract contract) {
        return signatures.verify(contract, store.signatures(contract.id())) instanceof Outcome.Done<Contract>;
    }

    /** A signature on file is that of a party of this contract, over its very bytes. */
    boolean right(Contract contract, Signature signature) {
        SigningSession its = new SigningSession(signature.party(), signature.officer());
        return signatures.accept(its, contract, signature) instanceof Outcome.Done<Signature>;
    }

    private Signature signature(Contract contract, SignatureRequest request, SigningSession session) {
        String brought = request.signature();
        if (brought != null || !session.party().equals(request.party())) {
            return new Signature(request.party(), session.officer(), suite.id(), brought == null ? "" : brought);
        }
        keys.generate(session.party(), suite, random);
        return keys.sign(session, contract);
    }

    private static Refusal signedAlready(Contract contract) {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                Map.of(
                        "what",
                        contract.title(),
                        "state",
                        "已由该方签署",
                        "state@en",
                        "signed by this party already",
                        "operation",
                        "再次签署",
                        "operation@en",
                        "be signed again"));
    }
}
