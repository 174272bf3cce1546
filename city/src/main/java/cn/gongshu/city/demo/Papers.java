package cn.gongshu.city.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;

/** The papers acts of the demo rest on. They are made up; each one's hash is that of its title. */
final class Papers {

    private Papers() {}

    /** A document as the platform's acts take it. */
    static Map<String, Object> document(String title, LocalDate date) {
        return Map.of(
                "title",
                title + "（演示）",
                "number",
                "演示〔" + date.getYear() + "〕" + (1 + Math.floorMod(title.hashCode(), 99)) + "号",
                "date",
                date.toString(),
                "sha256",
                sha256(title));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
