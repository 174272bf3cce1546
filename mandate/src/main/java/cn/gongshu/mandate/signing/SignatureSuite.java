package cn.gongshu.mandate.signing;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;

/** A way to sign. Ed25519 now; SM2 joins as another implementation. Keys travel as PKCS#8 and X.509 bytes. */
public interface SignatureSuite {

    /** Stable name, written beside each signature and key. */
    String id();

    KeyPair generate(SecureRandom random);

    byte[] sign(PrivateKey key, byte[] message);

    /** False for a wrong signature and for bytes that are none; never throws because of them. */
    boolean verify(PublicKey key, byte[] message, byte[] signature);

    /** @throws IllegalArgumentException when the bytes are no PKCS#8 key of this suite */
    PrivateKey privateKey(byte[] pkcs8);

    /** @throws IllegalArgumentException when the bytes are no X.509 key of this suite */
    PublicKey publicKey(byte[] x509);
}
