package cn.gongshu.evidence.tree;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of a log in the form of C2SP signed notes: {@code name+hash+base64}. The name is the log's origin; the
 * hash, four bytes in hexadecimal, ties name and key together.
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;
    private static final int RAW_BYTES = 32;
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final int id;

    private VerifierKey(String name, byte[] raw) {
        if (!nameAllowed(name)) {
            throw new IllegalArgumentException("a key name has no white space and no plus sign");
        }
        this.name = name;
        this.raw = raw;
        this.id = id(name, raw);
    }

    /** The key of this name; {@code key} is an Ed25519 public key of the JDK. */
    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length));
    }

    /**
     * Reads a verifier key line; white space around it is ignored.
     *
     * @throws IllegalArgumentException if it is none, or of another algorithm than Ed25519
     */
    public static VerifierKey parse(String text) {
        String line = text.strip();
        int last = line.indexOf('+', line.indexOf('+') + 1);
        if (last < 0) {
            throw new IllegalArgumentException("not a verifier key: name+hash+base64 expected");
        }
        byte[] typed = Base64.getDecoder().decode(line.substring(last + 1));
        if (typed.length != 1 + RAW_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key");
        }
        VerifierKey key =
                new VerifierKey(line.substring(0, line.indexOf('+')), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.line().equals(line)) {
            throw new IllegalArgumentException("the hash of the verifier key does not fit its name and key");
        }
        return key;
    }

    /** Name of the key: the origin of the log. */
    public String name() {
        return name;
    }

    /** {@code name+hash+base64}, without a line end. */
    public String line() {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typed(raw));
    }

    int id() {
        return id;
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(X509_HEAD, raw))));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static boolean nameAllowed(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c -> c == '+' || c < 0x20 || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    private static int id(String name, byte[] raw) {
        byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] digest = Hasher.sha256().digest(join(head, typed(raw)));
        return (digest[0] & 0xff) << 24 | (digest[1] & 0xff) << 16 | (digest[2] & 0xff) << 8 | (digest[3] & 0xff);
    }

    private static byte[] typed(byte[] raw) {
        return join(new byte[] {ED25519}, raw);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length);
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey key && key.line().equals(line());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return line();
    }
}
