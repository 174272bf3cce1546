package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.act.CanonicalRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The live API keys in memory, by hash; taken anew whenever the mandate epoch moves. */
@Component
class KeyRing {

    private static final String BEARER = "Bearer ";

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
        return known(authorization)
                .map(this::unexpired)
                .orElseGet(() -> Outcome.refused(Refusal.of(ErrorCode.KEY_UNKNOWN)));
    }

    /** The holder of the key in an Authorization header, also when the key has expired. */
    Optional<KeyHolder> known(@Nullable String authorization) {
        return authorization == null || !authorization.startsWith(BEARER)
                ? Optional.empty()
                : Optional.ofNullable(holders.get(hash(authorization.substring(BEARER.length()))));
    }

    private Outcome<KeyHolder> unexpired(KeyHolder holder) {
        if (!legalDate.today().isBefore(holder.until())) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.KEY_EXPIRED,
                    Map.of("until", holder.until().minusDays(1).toString())));
        }
        return Outcome.done(holder);
    }

    static String hash(String key) {
        return CanonicalRecord.sha256(key);
    }
}
