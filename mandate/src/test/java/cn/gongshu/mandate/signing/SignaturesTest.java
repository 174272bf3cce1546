package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Limits;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Parties;
import cn.gongshu.mandate.Quota;
import cn.gongshu.mandate.Story;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SignaturesTest {

    private static final SignatureSuites SUITES = SignatureSuites.of(new Ed25519Suite());
    private static final SigningSession BUREAU = new SigningSession(Story.BUREAU, "wang");
    private static final SigningSession OPERATOR = new SigningSession(Story.OPERATOR, "li");
    private static final SigningSession PARTNER = new SigningSession(Story.PARTNER, "zhao");

    private final Contract contract = Story.agreement();
    private PartyKeys keys;
    private Signatures signatures;

    SignaturesTest(@TempDir Path folder) {
        keys = new PartyKeys(folder, SUITES);
        signatures = new Signatures(SUITES, keys::publicKey, Naming.CODES);
    }

    @BeforeEach
    void makeKeys() {
        for (PartyId party : List.of(Story.BUREAU, Story.OPERATOR, Story.PARTNER)) {
            keys.generate(party, new Ed25519Suite(), new SecureRandom());
        }
    }

    @Test
    void each_party_signs_in_its_own_session_and_the_contract_stands() {
        Signature bureau = keys.sign(BUREAU, contract);
        Signature operator = keys.sign(OPERATOR, contract);
        assertThat(signatures.accept(BUREAU, contract, bureau)).isEqualTo(Outcome.done(bureau));
        assertThat(signatures.accept(OPERATOR, contract, operator)).isEqualTo(Outcome.done(operator));
        assertThat(signatures.verify(contract, List.of(operator, bureau))).isEqualTo(Outcome.done(contract));
    }

    @Test
    @Clause("R043")
    void a_signature_made_for_another_party_is_not_accepted_in_this_session() {
        Signature operator = keys.sign(OPERATOR, contract);
        assertThat(code(signatures.accept(BUREAU, contract, operator))).isEqualTo(ErrorCode.SIGNER_NOT_PARTY);
        SigningSession colleague = new SigningSession(Story.OPERATOR, "someone-else");
        assertThat(code(signatures.accept(colleague, contract, operator))).isEqualTo(ErrorCode.SIGNER_NOT_PARTY);
    }

    @Test
    @Clause("R043")
    void who_is_no_party_cannot_sign() {
        Signature partner = keys.sign(PARTNER, contract);
        assertThat(code(signatures.accept(PARTNER, contract, partner))).isEqualTo(ErrorCode.SIGNER_NOT_PARTY);
        Signature grantee = keys.sign(PARTNER, Story.approval37());
        assertThat(code(signatures.accept(PARTNER, Story.approval37(), grantee)))
                .as("an approval is the grantor's alone")
                .isEqualTo(ErrorCode.SIGNER_NOT_PARTY);
    }

    @Test
    @Clause("R043")
    void anothers_key_under_my_name_is_wrong() {
        Signature forged = renamed(keys.sign(PARTNER, contract), Story.OPERATOR, "li");
        assertThat(code(signatures.accept(OPERATOR, contract, forged))).isEqualTo(ErrorCode.SIGNATURE_WRONG);
    }

    @Test
    @Clause("R043")
    void a_signature_under_other_terms_is_wrong() {
        Limits limits = contract.limits().with(new Quota(999_999));
        Signature other = keys.sign(OPERATOR, Story.with(contract, limits));
        assertThat(code(signatures.accept(OPERATOR, contract, other))).isEqualTo(ErrorCode.SIGNATURE_WRONG);
    }

    @Test
    @Clause("R043")
    void a_signature_with_any_bit_flipped_or_none_at_all_is_wrong() {
        Signature good = keys.sign(OPERATOR, contract);
        byte[] bytes = Base64.getDecoder().decode(good.value());
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            assertThat(code(accept(good, Base64.getEncoder().encodeToString(flipped))))
                    .isEqualTo(ErrorCode.SIGNATURE_WRONG);
        }
        for (String bad : List.of("", "AAAA", "not base64!", good.value() + good.value())) {
            assertThat(code(accept(good, bad))).isEqualTo(ErrorCode.SIGNATURE_WRONG);
        }
        Signature otherSuite = new Signature(good.party(), good.officer(), "SM2", good.value());
        assertThat(code(signatures.accept(OPERATOR, contract, otherSuite))).isEqualTo(ErrorCode.SIGNATURE_WRONG);
    }

    @Test
    @Clause("R043")
    void one_signature_of_two_is_not_enough_whoever_repeats_it() {
        Signature bureau = keys.sign(BUREAU, contract);
        assertThat(code(signatures.verify(contract, List.of(bureau, bureau)))).isEqualTo(ErrorCode.LINK_UNSIGNED);
        assertThat(code(signatures.verify(contract, List.of()))).isEqualTo(ErrorCode.LINK_UNSIGNED);
    }

    @Test
    @Clause("R043")
    void two_parties_with_one_key_are_one_signer() {
        Signatures oneKey = new Signatures(
                SUITES,
                party -> keys.publicKey(Story.BUREAU).map(key -> new PartyPublicKey(party, key.suite(), key.key())),
                Naming.CODES);
        Signature bureau = keys.sign(BUREAU, contract);
        Signature same = renamed(bureau, Story.OPERATOR, "li");
        assertThat(code(oneKey.verify(contract, List.of(bureau, same)))).isEqualTo(ErrorCode.SIGNERS_SAME);
    }

    @Test
    @Clause("R043")
    void two_parties_with_one_officer_are_one_signer() {
        Signature bureau = keys.sign(BUREAU, contract);
        Signature operator = keys.sign(new SigningSession(Story.OPERATOR, "wang"), contract);
        assertThat(code(signatures.verify(contract, List.of(bureau, operator)))).isEqualTo(ErrorCode.SIGNERS_SAME);
    }

    @Test
    @Clause("R043")
    void an_agreement_of_one_party_with_itself_is_signed_by_nobody() {
        Contract same = Story.with(contract, new Parties(Story.BUREAU, Story.BUREAU));
        assertThat(code(signatures.verify(same, List.of(keys.sign(BUREAU, same)))))
                .isEqualTo(ErrorCode.SIGNERS_SAME);
    }

    @Test
    void a_scheme_and_an_approval_take_one_signature_and_a_subscription_the_consumers() {
        assertThat(signatures.verify(Story.scheme(), List.of(keys.sign(BUREAU, Story.scheme()))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(signatures.verify(Story.approval37(), List.of(keys.sign(BUREAU, Story.approval37()))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(Story.agencySubscription().signers()).containsExactly(Story.AGENCY);
    }

    @Test
    @Clause("R043")
    void a_party_without_a_registered_key_signs_nothing() {
        Signatures noKeys = new Signatures(SUITES, party -> Optional.empty(), Naming.CODES);
        assertThat(code(noKeys.accept(BUREAU, contract, keys.sign(BUREAU, contract))))
                .isEqualTo(ErrorCode.SIGNATURE_WRONG);
    }

    private Outcome<Signature> accept(Signature good, String value) {
        return signatures.accept(OPERATOR, contract, new Signature(good.party(), good.officer(), good.suite(), value));
    }

    private static Signature renamed(Signature signature, PartyId party, String officer) {
        return new Signature(party, officer, signature.suite(), signature.value());
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return Refused.in(outcome).code();
    }
}
