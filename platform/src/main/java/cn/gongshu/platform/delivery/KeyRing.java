package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The live API keys in memory, by hash; taken anew whenever the mandate epoch moves. */
@Component
class KeyRing {

    private final JdbcClient db;
    private final LegalDate legalDate;
    private volatile Map<String, KeyHolder> holders = Map.of();

    KeyRing(JdbcClient db, LegalDate legalDate) {
        this.db = db;
        this.legalDate = legalDate;
    }

    /** Reads all keys that were not revoked. */
    void reload() {
        Map<String, KeyHolder> read = new HashMap<>();
        db.sql("SELECT key_hash, subscription, party, valid_until FROM api_key WHERE revoked_at IS NULL")
                .query((row, number) -> read.put(
                        HexFormat.of().formatHex(row.getBytes("key_hash")),
                        new KeyHolder(
                                new PartyId(row.getString("party")),
                                new MandateId(row.getString("subscription")),
                                row.getObject("valid_until", LocalDate.class))))
                .list();
        holders = Map.copyOf(read);
    }

    /** The holder of the key in an Authorization header, or why it opens nothing. */
    Outcome<KeyHolder> holder(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Outcome.refused(Refusal.of(ErrorCode.KEY_UNKNOWN));
        }
        KeyHolder holder = holders.get(hash(authorization.substring("Bearer ".length())));
        if (holder == null) {
            return Outcome.refused(Refusal.of(ErrorCode.KEY_UNKNOWN));
        }
        if (!legalDate.today().isBefore(holder.until())) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.KEY_EXPIRED,
                    Map.of("until", holder.until().minusDays(1).toString())));
        }
        return Outcome.done(holder);
    }

    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
