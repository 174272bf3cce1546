package cn.gongshu.mandate;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;

import java.util.Set;

/**
 * A link's terms as data (合约). Its canonical JSON (RFC 8785) is what is hashed, signed, stored and shown; a printed
 * agreement carries the hash.
 *
 * @param title the paper's title, in Chinese
 */
public record Contract(MandateId id, Placement place, Parties parties, String title, Scope scope, Limits limits) {

    private static final int LONGEST_TITLE = 200;

    public Contract {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a title has 1 to " + LONGEST_TITLE + " characters");
        }
    }

    public MandateKind kind() {
        return place.kind();
    }

    /** The parties whose signatures it needs. */
    public Set<PartyId> signers() {
        return parties.signers(kind());
    }

    /** The bytes that are signed: canonical JSON, UTF-8. */
    public byte[] canonical() {
        return ContractJson.bytes(this);
    }

    public ContractHash hash() {
        return ContractHash.of(canonical());
    }

    /**
     * Reads a contract back. Strict: bytes that are not exactly the canonical form of a contract are refused as
     * MALFORMED, so one contract never has two hashes. A condition of an unknown kind is kept as
     * {@link Condition.UnknownCondition}.
     */
    public static Outcome<Contract> parse(byte[] canonical) {
        return ContractReader.read(canonical);
    }
}
