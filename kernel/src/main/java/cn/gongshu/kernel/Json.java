package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Strict JSON as it comes from outside, in the values {@link CanonicalJson} writes: maps, lists, strings, whole numbers
 * as {@link Long}, booleans and null. Whatever could be read in two ways is refused: a name given twice, a fraction or
 * exponent, a number beyond 2^53−1, a lone surrogate, bytes that are no UTF-8, anything after the value.
 */
public final class Json {

    private Json() {}

    /**
     * How much is read.
     *
     * @param maxBytes longest text, in bytes of UTF-8
     * @param maxDepth deepest nesting; a bare string has depth 0, {@code []} has 1
     */
    public record Limits(int maxBytes, int maxDepth) {

        /** 1 MiB, 32 deep. */
        public static final Limits USUAL = new Limits(1 << 20, 32);
    }

    /** The text is not what {@link Json} reads. The message quotes nothing of it, so it may be shown and logged. */
    public static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String zh;
        private final int at;

        Malformed(String zh, String what, int at) {
            super(what + " at character " + at);
            this.zh = zh;
            this.at = at;
        }

        /** The message in Chinese. */
        public String zh() {
            return "第 " + at + " 个字符处" + zh;
        }

        /** Where reading stopped, counted in UTF-16 code units from 0. */
        public int at() {
            return at;
        }
    }

    /**
     * The value of a whole JSON text; maps keep the order of the text and cannot be changed.
     *
     * @throws Malformed if it is longer than the limit or not strict JSON
     */
    public static @Nullable Object parse(byte[] utf8, Limits limits) {
        if (utf8.length > limits.maxBytes()) {
            throw new Malformed("超过 " + limits.maxBytes() + " 字节", "longer than " + limits.maxBytes() + " bytes", 0);
        }
        return new JsonReader(decode(utf8), limits.maxDepth()).whole();
    }

    /** The value of a text already decoded; {@code maxBytes} counts its UTF-16 code units here. */
    public static @Nullable Object parse(String text, Limits limits) {
        if (text.length() > limits.maxBytes()) {
            throw new Malformed(
                    "超过 " + limits.maxBytes() + " 个字符", "longer than " + limits.maxBytes() + " characters", 0);
        }
        return new JsonReader(text, limits.maxDepth()).whole();
    }

    /** The members of a text that must be one object; refused as BODY_TOO_LARGE or MALFORMED otherwise. */
    @SuppressWarnings("unchecked") // JsonReader makes no other maps than Map<String, @Nullable Object>
    public static Outcome<Map<String, @Nullable Object>> object(byte[] utf8, Limits limits) {
        if (utf8.length > limits.maxBytes()) {
            return Outcome.refused(
                    Refusal.of(ErrorCode.BODY_TOO_LARGE, Map.of("limit", String.valueOf(limits.maxBytes()))));
        }
        try {
            return parse(utf8, limits) instanceof Map<?, ?> members
                    ? Outcome.done((Map<String, @Nullable Object>) members)
                    : malformed("应为一个对象", "an object expected");
        } catch (Malformed malformed) {
            return malformed(malformed.zh(), String.valueOf(malformed.getMessage()));
        }
    }

    private static Outcome<Map<String, @Nullable Object>> malformed(String zh, String en) {
        return Outcome.refused(Refusal.of(ErrorCode.MALFORMED, Map.of("what", "JSON " + zh, "what@en", "JSON: " + en)));
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed("不是 UTF-8", "not UTF-8", 0);
        }
    }
}
