package cn.gongshu.platform.act;

import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A paper an act rests on; the file itself stays where it is kept.
 *
 * @param date the date the paper bears
 * @param sha256 64 lower-case hexadecimal digits of the file's hash
 */
public record Document(String title, String number, LocalDate date, String sha256) {

    /** The document as canonical JSON values. */
    public Map<String, Object> canonical() {
        return Map.of("title", title, "number", number, "date", date.toString(), "sha256", sha256);
    }

    /** The document as a request brings it. */
    public record Body(
            @Nullable String title,
            @Nullable String number,
            @Nullable String date,
            @Nullable String sha256) {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        Document read() {
            String hash = Required.text("document.sha256", sha256, 64);
            if (!HASH.matcher(hash).matches()) {
                throw Required.invalid("document.sha256", "64 位小写十六进制", "64 lower-case hexadecimal digits");
            }
            return new Document(
                    Required.text("document.title", title, 200),
                    Required.text("document.number", number, 100),
                    Required.date("document.date", date),
                    hash);
        }
    }
}
