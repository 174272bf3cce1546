package cn.gongshu.evidence.tree;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Ed25519 of the JDK, its private key kept as a signed-note key line {@code PRIVATE+KEY+name+hash+base64}. The JDK takes
 * about 0.6 ms of CPU for a signature, twenty times what a provider with tables for the base point takes; a busy log is
 * given such a signer instead.
 */
public final class Ed25519Signer implements CheckpointSigner {

    private static final String HEAD = "PRIVATE+KEY+";
    private static final byte ED25519 = 1;
    private static final int SEED_BYTES = 32;

    private final VerifierKey verifierKey;
    private final PrivateKey key;

    private Ed25519Signer(String name, KeyPair pair) {
        this.verifierKey = VerifierKey.of(name, pair.getPublic());
        this.key = pair.getPrivate();
    }

    /** A new key; {@code name} becomes the origin of its log. */
    public static Ed25519Signer generate(String name, SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return fromSeed(name, seed);
    }

    /**
     * Reads a private key line.
     *
     * @throws IllegalArgumentException if it is none; the message quotes nothing of it
     */
    public static Ed25519Signer parse(String text) {
        String[] parts = text.strip().split("\\+", 5);
        if (parts.length != 5 || !text.strip().startsWith(HEAD)) {
            throw new IllegalArgumentException("not a signed-note private key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[4]);
        if (typed.length != 1 + SEED_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 private key");
        }
        Ed25519Signer signer = fromSeed(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
        if (!hash(signer.verifierKey).equals(parts[3])) {
            throw new IllegalArgumentException("the hash of the private key does not fit its name and key");
        }
        return signer;
    }

    /** {@code PRIVATE+KEY+name+hash+base64}, without a line end: a secret. */
    public String privateKeyLine() {
        byte[] seed = seed();
        byte[] typed = new byte[1 + SEED_BYTES];
        typed[0] = ED25519;
        System.arraycopy(seed, 0, typed, 1, SEED_BYTES);
        return HEAD + verifierKey.name() + "+" + hash(verifierKey) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The 32 bytes the key is made of, for a provider that signs faster with them: a secret. */
    public byte[] seed() {
        return ((EdECPrivateKey) key).getBytes().orElseThrow();
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    private static String hash(VerifierKey key) {
        return HexFormat.of().toHexDigits(key.id());
    }

    static Ed25519Signer fromSeed(String name, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SeedOnly(seed));
            return new Ed25519Signer(name, generator.generateKeyPair());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    /** The JDK derives a public key from a seed only while it generates a pair, so the seed is given as its randomness. */
    private static final class SeedOnly extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        SeedOnly(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new AssertionError("an Ed25519 seed has 32 bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
