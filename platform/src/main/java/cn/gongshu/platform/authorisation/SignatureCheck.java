package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.signing.Signature;
import cn.gongshu.platform.evidence.Finding;
import cn.gongshu.platform.evidence.ReconciliationCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies every contract on file anew: its hash, and each signature with the party's key, which the database does not
 * hold (R043).
 */
@Component
class SignatureCheck implements ReconciliationCheck {

    private final JdbcClient db;
    private final MandateStore store;
    private final Signing signing;

    SignatureCheck(JdbcClient db, MandateStore store, Signing signing) {
        this.db = db;
        this.store = store;
        this.signing = signing;
    }

    private record Row(String id, String contract, String contractHash, boolean signed) {}

    @Override
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        db.sql("""
                SELECT id, contract, contract_hash,
                       EXISTS (SELECT FROM mandate_status s WHERE s.mandate = m.id AND s.state = 'SIGNED') AS signed
                  FROM mandate m ORDER BY id
                """).query(Row.class).list().forEach(row -> check(row, found));
        return found;
    }

    private void check(Row row, List<Finding> found) {
        switch (Contract.parse(row.contract.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Refused<Contract> _ ->
                found.add(new Finding("mandate", row.id, "合约无法读懂", "its contract cannot be read"));
            case Outcome.Done<Contract>(Contract contract) -> check(row, contract, found);
        }
    }

    private void check(Row row, Contract contract, List<Finding> found) {
        if (!contract.id().value().equals(row.id) || !contract.hash().hex().equals(row.contractHash)) {
            found.add(new Finding("mandate", row.id, "合约与其哈希不符", "its contract is not the one that was hashed"));
        }
        List<Signature> signatures = store.signatures(new MandateId(row.id));
        List<Signature> wrong = signatures.stream()
                .filter(signature -> !signing.right(contract, signature))
                .toList();
        wrong.forEach(signature -> found.add(new Finding(
                "mandate_signature",
                MandateStore.signatureId(new MandateId(row.id), signature.party()),
                "签名与合约不符",
                "the signature is not one of this contract")));
        if (row.signed && wrong.isEmpty() && !signing.complete(contract)) {
            found.add(new Finding("mandate", row.id, "已签署，但并非各方都签", "signed, but not by all its parties"));
        }
    }
}
