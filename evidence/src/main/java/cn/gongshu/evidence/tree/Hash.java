package cn.gongshu.evidence.tree;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes that never change. */
public final class Hash {

    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over; the caller lets go of it. */
    static Hash of(byte[] digest) {
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + digest.length);
        }
        return new Hash(digest);
    }

    /** The 32 bytes of {@code source} from {@code offset}. */
    public static Hash copyOf(byte[] source, int offset) {
        return of(Arrays.copyOfRange(source, offset, offset + BYTES));
    }

    /**
     * Reads standard base64 in its one canonical spelling.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static Hash base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BYTES || !Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not the base64 of a hash");
        }
        return new Hash(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Copies the 32 bytes into {@code target} at {@code offset}. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    /** Puts the 32 bytes into {@code target}. */
    public void copyTo(ByteBuffer target) {
        target.put(bytes);
    }

    byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
