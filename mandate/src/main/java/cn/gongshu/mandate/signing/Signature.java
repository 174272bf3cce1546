package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.PartyId;

/**
 * A party's signature under the canonical bytes of a contract.
 *
 * @param officer who acted for the party
 * @param suite id of the {@link SignatureSuite}
 * @param value the signature, base64
 */
public record Signature(PartyId party, String officer, String suite, String value) {}
