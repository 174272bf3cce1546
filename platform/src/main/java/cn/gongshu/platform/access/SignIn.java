package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Lets officers in by user name and password, and pauses an account after too many failures (I08). */
@Service
public class SignIn {

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final SignInLimits limits;
    private final String decoyHash;

    public SignIn(JdbcClient db, PasswordEncoder passwords, Sessions sessions, Clock clock, SignInLimits limits) {
        this.db = db;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.limits = limits;
        this.decoyHash = passwords.encode("no account has this password");
    }

    /** A token for the account, or a refusal that does not tell whether the user name exists. */
    @Transactional
    public Outcome<String> signIn(String userName, String password) {
        Optional<Account> found = account(userName);
        Instant now = clock.instant();
        if (found.isEmpty()) {
            // The same work is done as for a real account, so that time tells nothing.
            passwords.matches(password, decoyHash);
            return Outcome.refused(wrong());
        }
        Account account = found.get();
        if (account.pausedUntil != null && now.isBefore(account.pausedUntil.toInstant())) {
            return Outcome.refused(paused());
        }
        if (!passwords.matches(password, account.passwordHash)) {
            return Outcome.refused(failed(account, now));
        }
        db.sql("DELETE FROM sign_in_failure WHERE officer = ?")
                .param(account.id)
                .update();
        return Outcome.done(sessions.open(account.id));
    }

    private Refusal failed(Account account, Instant now) {
        boolean pause = account.failed + 1 >= limits.failures();
        db.sql("""
                INSERT INTO sign_in_failure (officer, failed, paused_until) VALUES (?, ?, ?)
                ON CONFLICT (officer) DO UPDATE SET failed = excluded.failed, paused_until = excluded.paused_until
                """)
                .param(account.id)
                .param(pause ? 0 : account.failed + 1)
                .param(pause ? Sessions.utc(now.plus(limits.pause())) : null)
                .update();
        return pause ? paused() : wrong();
    }

    private Refusal wrong() {
        return Refusal.of(ErrorCode.SIGN_IN_FAILED, Map.of("limit", Integer.toString(limits.failures())));
    }

    private Refusal paused() {
        return Refusal.of(
                ErrorCode.SIGN_IN_PAUSED,
                Map.of("minutes", Long.toString(limits.pause().toMinutes())));
    }

    private Optional<Account> account(String userName) {
        return db.sql("""
                SELECT o.id, o.password_hash, coalesce(f.failed, 0) AS failed, f.paused_until
                  FROM officer o LEFT JOIN sign_in_failure f ON f.officer = o.id
                 WHERE o.user_name = ? FOR UPDATE OF o
                """)
                .param(userName)
                .query((row, number) -> new Account(
                        row.getString("id"),
                        row.getString("password_hash"),
                        row.getInt("failed"),
                        row.getObject("paused_until", OffsetDateTime.class)))
                .optional();
    }

    private record Account(
            String id,
            String passwordHash,
            int failed,
            @Nullable OffsetDateTime pausedUntil) {}
}
