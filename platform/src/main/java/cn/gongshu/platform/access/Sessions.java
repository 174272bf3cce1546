package cn.gongshu.platform.access;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.regulation.GrantRules.AccessGrant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens, finds and ends sessions. A token is 256 random bits; only its SHA-256 is stored. */
@Component
public class Sessions {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random;
    private final SignInLimits limits;

    public Sessions(JdbcClient db, Clock clock, SecureRandom random, SignInLimits limits) {
        this.db = db;
        this.clock = clock;
        this.random = random;
        this.limits = limits;
    }

    /** Opens a session for an account and returns its token, which is never shown again. */
    String open(String officerId) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        Instant now = clock.instant();
        db.sql("DELETE FROM officer_session WHERE expires_at < ?")
                .param(utc(now))
                .update();
        db.sql("INSERT INTO officer_session (token_hash, officer, created_at, expires_at) VALUES (?, ?, ?, ?)")
                .params(hash(text), officerId, utc(now), utc(now.plus(limits.session())))
                .update();
        return text;
    }

    /** Who holds {@code token}, if its session is open. */
    public Optional<Officer> officer(String token) {
        return db.sql("""
                SELECT o.id, o.user_name, o.display_name, o.organisation, g.name, o.roles, a.purpose, a.valid_until
                  FROM officer_session s
                  JOIN officer o ON o.id = s.officer
                  JOIN organisation g ON g.id = o.organisation
                  LEFT JOIN LATERAL (
                       SELECT purpose, valid_until FROM access_grant
                        WHERE officer = o.id AND valid_from <= ? AND ended_at IS NULL
                        ORDER BY valid_until DESC LIMIT 1) a ON true
                 WHERE s.token_hash = ? AND s.expires_at > ?
                """)
                .params(limits.today(), hash(token), utc(clock.instant()))
                .query(Sessions::officer)
                .optional();
    }

    /** Ends every session of an account. */
    void endAll(String officerId) {
        db.sql("DELETE FROM officer_session WHERE officer = ?").param(officerId).update();
    }

    void end(String token) {
        db.sql("DELETE FROM officer_session WHERE token_hash = ?")
                .param(hash(token))
                .update();
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        return new Officer(
                row.getString("id"),
                row.getString("user_name"),
                row.getString("display_name"),
                new PartyId(row.getString("organisation")),
                row.getString("name"),
                roles(row),
                grant(row));
    }

    private static @Nullable AccessGrant grant(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        return until == null ? null : new AccessGrant(row.getString("purpose"), until.minusDays(1));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
