package cn.gongshu.city;

import cn.gongshu.evidence.tree.CheckpointSigner;
import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.evidence.tree.VerifierKey;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 of Bouncy Castle, which has tables for the base point: about a twentieth of the CPU that the JDK takes for a
 * signature, and one is made for every group of entries.
 */
public final class BouncyCastleSigner implements CheckpointSigner {

    private final VerifierKey verifierKey;
    private final Ed25519PrivateKeyParameters key;

    /** Signs with {@code key}, byte for byte as it does itself: Ed25519 leaves nothing to chance (RFC 8032). */
    public BouncyCastleSigner(Ed25519Signer key) {
        this.verifierKey = key.verifierKey();
        this.key = new Ed25519PrivateKeyParameters(key.seed(), 0);
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public byte[] sign(byte[] text) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature, 0);
        return signature;
    }
}
