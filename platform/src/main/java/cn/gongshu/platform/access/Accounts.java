package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Organisations, officers and their grants, from the first administrator on. */
@Service
public class Accounts {

    private static final int CODE_BYTES = 15;

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecureRandom random;

    public Accounts(JdbcClient db, PasswordEncoder passwords, Clock clock, SecureRandom random) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A fresh one-time code for the first administrator, or empty when there are officers already. Any earlier code is
     * void from now on.
     */
    @Transactional
    public Optional<String> newSetupCode() {
        if (db.sql("SELECT count(*) FROM officer").query(Long.class).single() > 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.sql("DELETE FROM setup_code").update();
        db.sql("INSERT INTO setup_code (code_hash, created_at) VALUES (?, ?)")
                .params(Sessions.hash(code), Sessions.utc(clock.instant()))
                .update();
        return Optional.of(code);
    }

    /** Makes the first organisation and its system administrator; the code works once. */
    @Transactional
    public Outcome<String> setUp(String code, NewOrganisation organisation, NewOfficer administrator) {
        int used = db.sql("DELETE FROM setup_code WHERE code_hash = ?")
                .param(Sessions.hash(code))
                .update();
        if (used == 0) {
            return Outcome.refused(
                    Refusal.of(ErrorCode.NOT_PERMITTED, Map.of("operation", "首次安装", "operation@en", "set up")));
        }
        insert(organisation);
        insert(administrator, "setup");
        return Outcome.done(administrator.user);
    }

    @Transactional
    public Outcome<String> addOrganisation(NewOrganisation organisation) {
        if (exists("SELECT count(*) FROM organisation WHERE id = ?", organisation.id)) {
            return Outcome.refused(taken("组织", "organisation"));
        }
        insert(organisation);
        return Outcome.done(organisation.id);
    }

    @Transactional
    public Outcome<String> addOfficer(NewOfficer officer, Officer by) {
        if (!exists("SELECT count(*) FROM organisation WHERE id = ?", officer.organisation)) {
            return Outcome.refused(unknown("组织", "organisation"));
        }
        if (exists("SELECT count(*) FROM officer WHERE user_name = ?", officer.user)) {
            return Outcome.refused(taken("用户名", "user name"));
        }
        insert(officer, by.id());
        return Outcome.done(officer.user);
    }

    @Transactional
    public Outcome<String> grant(String officerId, Grant grant, Officer by) {
        if (!exists("SELECT count(*) FROM officer WHERE id = ?", officerId)) {
            return Outcome.refused(unknown("账号", "account"));
        }
        insert(officerId, grant, by.id());
        return Outcome.done(officerId);
    }

    public List<Map<String, Object>> organisations() {
        return db.sql(
                        "SELECT id, name, name_en AS \"nameEn\", credit_code AS \"creditCode\" FROM organisation ORDER BY id")
                .query()
                .listOfRows();
    }

    public List<Map<String, Object>> officers() {
        return db.sql("""
                SELECT o.id, o.user_name AS "user", o.display_name AS display, o.organisation,
                       array_to_string(o.roles, ',') AS roles, g.purpose,
                       (g.valid_until - 1)::text AS "grantedThrough"
                  FROM officer o LEFT JOIN LATERAL (
                       SELECT purpose, valid_until FROM access_grant
                        WHERE officer = o.id ORDER BY valid_until DESC LIMIT 1) g ON true
                 ORDER BY o.id
                """).query().listOfRows();
    }

    private void insert(NewOrganisation organisation) {
        db.sql("INSERT INTO organisation (id, name, name_en, credit_code, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        organisation.id,
                        organisation.name,
                        organisation.nameEn,
                        organisation.creditCode,
                        Sessions.utc(clock.instant())))
                .update();
    }

    private void insert(NewOfficer officer, String by) {
        String[] roles = officer.roles.stream().map(Role::name).sorted().toArray(String[]::new);
        db.sql("""
                INSERT INTO officer (id, user_name, display_name, organisation, roles, password_hash, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        officer.user,
                        officer.user,
                        officer.display,
                        officer.organisation,
                        roles,
                        passwords.encode(officer.password),
                        Sessions.utc(clock.instant()))
                .update();
        insert(officer.user, officer.grant, by);
    }

    private void insert(String officerId, Grant grant, String by) {
        db.sql("""
                INSERT INTO access_grant (officer, purpose, valid_from, valid_until, granted_by, granted_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        officerId,
                        grant.purpose,
                        grant.term.from(),
                        grant.term.until(),
                        by,
                        Sessions.utc(clock.instant()))
                .update();
    }

    private boolean exists(String count, String id) {
        return db.sql(count).param(id).query(Long.class).single() > 0;
    }

    private static Refusal taken(String zh, String en) {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                Map.of(
                        "what",
                        zh,
                        "what@en",
                        "The " + en,
                        "state",
                        "已存在",
                        "state@en",
                        "there already",
                        "operation",
                        "再次新建",
                        "operation@en",
                        "be made again"));
    }

    private static Refusal unknown(String zh, String en) {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", zh, "what@en", en));
    }

    /** An organisation to be entered. */
    public record NewOrganisation(
            String id, String name, String nameEn, @Nullable String creditCode) {}

    /** What an officer's access is for, and its term (R087). */
    public record Grant(String purpose, Term term) {}

    /** An officer to be entered, with the first grant. */
    public record NewOfficer(
            String user, String display, String organisation, Set<Role> roles, String password, Grant grant) {
        public NewOfficer {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "NewOfficer[" + user + "]";
        }
    }
}
