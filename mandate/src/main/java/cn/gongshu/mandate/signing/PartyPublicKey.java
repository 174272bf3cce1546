package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.PartyId;

import java.security.PublicKey;
import java.util.Base64;

/** The key that a party's signatures are checked with. */
public record PartyPublicKey(PartyId party, String suite, PublicKey key) {

    /** The key as X.509 bytes, base64; what is published and stored. */
    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
