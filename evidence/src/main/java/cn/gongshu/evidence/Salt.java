package cn.gongshu.evidence;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** 128 random bits that make the commitment to an answer unguessable. */
public record Salt(long high, long low) {

    /** Length in bytes. */
    public static final int BYTES = 16;

    /** Draws one; {@code random} is a SecureRandom everywhere but in tests. */
    public static Salt draw(RandomGenerator random) {
        return new Salt(random.nextLong(), random.nextLong());
    }

    static Salt read(ByteBuffer from) {
        return new Salt(from.getLong(), from.getLong());
    }

    /**
     * Reads standard base64 in its one canonical spelling.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static Salt base64(String text) {
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
