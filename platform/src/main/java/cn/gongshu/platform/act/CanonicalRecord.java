package cn.gongshu.platform.act;

import cn.gongshu.kernel.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Records kept in a state row as canonical JSON (RFC 8785), so that equal content has equal bytes and one hash. */
public final class CanonicalRecord {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CanonicalRecord() {}

    /** The canonical text of a record of texts, whole numbers, flags, enums, records and lists of these. */
    public static String text(Object value) {
        return CanonicalJson.text(JSON.convertValue(value, Object.class));
    }

    /** Reads what {@link #text} wrote. */
    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
