package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets officers in by user name and password, and pauses a name after too many failures (I08). Passwords are compared by
 * a few sign-ins at a time and without a database connection, so that a flood of them takes neither the processors nor
 * the connections that the doors live on.
 */
@Service
public class SignIn {

    private static final int AT_A_TIME = 2;
    private static final long PATIENCE_SECONDS = 3;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final SignInLimits limits;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final String decoyHash;

    SignIn(
            JdbcClient db,
            TransactionTemplate transactions,
            PasswordEncoder passwords,
            Sessions sessions,
            Clock clock,
            SignInLimits limits) {
        this.db = db;
        this.transactions = transactions;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.limits = limits;
        this.decoyHash = passwords.encode("no account has this password");
    }

    /** A token for the account, or a refusal that does not tell whether the user name exists. */
    public Outcome<String> signIn(String userName, String password) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Outcome.refused(busy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(busy());
        }
        try {
            return judged(userName, password);
        } finally {
            places.release();
        }
    }

    private Outcome<String> judged(String userName, String password) {
        byte[] name = Sessions.hash(userName);
        if (paused(name)) {
            return Outcome.refused(paused());
        }
        Optional<Account> account = account(userName);
        // The same work is done for a name that nobody has, so that time tells nothing.
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(decoyHash));
        if (account.isEmpty() || !right) {
            return Outcome.refused(failed(name));
        }
        db.sql("DELETE FROM sign_in_failure WHERE name_hash = ?").param(name).update();
        return Outcome.done(sessions.open(account.get().id));
    }

    private boolean paused(byte[] name) {
        return db.sql("SELECT paused_until FROM sign_in_failure WHERE name_hash = ?")
                .param(name)
                .query((row, number) -> Optional.ofNullable(row.getObject("paused_until", OffsetDateTime.class)))
                .optional()
                .flatMap(until -> until)
                .filter(until -> clock.instant().isBefore(until.toInstant()))
                .isPresent();
    }

    /** Counts a failure; the one that reaches the limit pauses the name. Failures older than a pause are forgotten. */
    private Refusal failed(byte[] name) {
        Instant now = clock.instant();
        return transactions.execute(status -> {
            db.sql("DELETE FROM sign_in_failure WHERE last_at < ? AND (paused_until IS NULL OR paused_until < ?)")
                    .params(Sessions.utc(now.minus(limits.pause())), Sessions.utc(now))
                    .update();
            int failed = db.sql("""
                    INSERT INTO sign_in_failure (name_hash, failed, last_at) VALUES (?, 1, ?)
                    ON CONFLICT (name_hash)
                    DO UPDATE SET failed = sign_in_failure.failed + 1, last_at = excluded.last_at
                    RETURNING failed
                    """)
                    .params(name, Sessions.utc(now))
                    .query(Integer.class)
                    .single();
            if (failed < limits.failures()) {
                return wrong();
            }
            db.sql("UPDATE sign_in_failure SET failed = 0, paused_until = ? WHERE name_hash = ?")
                    .params(Sessions.utc(now.plus(limits.pause())), name)
                    .update();
            return paused();
        });
    }

    private static Refusal busy() {
        return Refusal.of(ErrorCode.OVERLOADED, Map.of("limit", Integer.toString(AT_A_TIME)));
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
        return db.sql("SELECT id, password_hash FROM officer WHERE user_name = ?")
                .param(userName)
                .query((row, number) -> new Account(row.getString("id"), row.getString("password_hash")))
                .optional();
    }

    private record Account(String id, String passwordHash) {
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }
}
