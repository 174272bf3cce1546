package cn.gongshu.mandate.signing;

import cn.gongshu.mandate.Contract;

/**
 * Makes a party's signature. {@link PartyKeys} does it with a key file; an outside seal service (电子签章) joins as
 * another implementation that never shows its key.
 */
@FunctionalInterface
public interface Signer {

    /** Signs for the party of the session, and for no other. */
    Signature sign(SigningSession session, Contract contract);
}
