package cn.gongshu.evidence;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** 128 random bits before an entry that make its leaf hash unguessable (RFC 9162 leaves hide nothing by themselves). */
public record Blind(long high, long low) {

    /** Length in bytes. */
    public static final int BYTES = 16;

    /** Draws one; {@code random} is a SecureRandom everywhere but in tests. */
    public static Blind draw(RandomGenerator random) {
        return new Blind(random.nextLong(), random.nextLong());
    }

    static Blind read(ByteBuffer from) {
        return new Blind(from.getLong(), from.getLong());
    }

    /**
     * Reads standard base64 in its one canonical spelling.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static Blind base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BYTES || !Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not the base64 of 16 bytes");
        }
        return read(ByteBuffer.wrap(bytes));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }
}
