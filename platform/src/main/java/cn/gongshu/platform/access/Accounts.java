package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Actor;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.regulation.GrantRules;
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

/** Organisations, officers and their grants, from the first administrator on; each is entered by an act. */
@Service
public class Accounts {

    private static final int CODE_BYTES = 15;

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final Acts acts;
    private final GrantTerms grantTerms;
    private final Sessions sessions;
    private final SecureRandom random;

    Accounts(
            JdbcClient db,
            PasswordEncoder passwords,
            Clock clock,
            SecureRandom random,
            Acts acts,
            GrantTerms grantTerms,
            Sessions sessions) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
        this.acts = acts;
        this.grantTerms = grantTerms;
        this.sessions = sessions;
        this.random = random;
    }

    /** Whether nobody can sign in yet. */
    public boolean awaitSetUp() {
        return db.sql("SELECT count(*) FROM officer").query(Long.class).single() == 0;
    }

    /** Whether a set-up code was made that nobody has used. */
    public boolean setupCodeGiven() {
        return db.sql("SELECT count(*) FROM setup_code").query(Long.class).single() > 0;
    }

    /**
     * A fresh one-time code for the first administrator, or empty when there are officers already. Any earlier code is
     * void from now on.
     */
    @Transactional
    public Optional<String> newSetupCode() {
        if (!awaitSetUp()) {
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

    /**
     * Makes the first organisation with its system administrator, who makes accounts, and its security administrator, who
     * grants access; the code works once.
     */
    @Transactional
    public Outcome<String> setUp(String code, NewOrganisation organisation, Keepers keepers) {
        Outcome<Grant> checked = grantTerms.checked(keepers.grant);
        if (checked instanceof Outcome.Refused<Grant>(Refusal refusal)) {
            return Outcome.refused(refusal);
        }
        int used = db.sql("DELETE FROM setup_code WHERE code_hash = ?")
                .param(Sessions.hash(code))
                .update();
        if (used == 0) {
            return Outcome.refused(Refusal.of(ErrorCode.SETUP_CODE_WRONG));
        }
        // Nobody is there yet who could act, so the first administrator does.
        Actor first = new FirstAdministrator(keepers.system.user, new PartyId(organisation.id));
        insert(organisation, first);
        for (NewOfficer keeper : List.of(keepers.system, keepers.security)) {
            insert(keeper, first);
            insert(keeper.user, keepers.grant, first);
        }
        return Outcome.done(keepers.system.user);
    }

    @Transactional
    public Outcome<String> addOrganisation(NewOrganisation organisation, Actor by) {
        if (exists("SELECT count(*) FROM organisation WHERE id = ?", organisation.id)) {
            return Outcome.refused(taken("组织", "organisation"));
        }
        insert(organisation, by);
        return Outcome.done(organisation.id);
    }

    /** Enters an officer, who may do nothing before access is granted. */
    @Transactional
    public Outcome<String> addOfficer(NewOfficer officer, Actor by) {
        if (!exists("SELECT count(*) FROM organisation WHERE id = ?", officer.organisation)) {
            return Outcome.refused(unknown("组织", "organisation"));
        }
        if (exists("SELECT count(*) FROM officer WHERE user_name = ?", officer.user)) {
            return Outcome.refused(taken("用户名", "user name"));
        }
        return GrantRules.apart(officer.roles, Role::administrator).map(roles -> {
            insert(officer, by);
            return officer.user;
        });
    }

    @Transactional
    public Outcome<String> grant(String officerId, Grant grant, Actor by) {
        if (!exists("SELECT count(*) FROM officer WHERE id = ?", officerId)) {
            return Outcome.refused(unknown("账号", "account"));
        }
        return GrantRules.toAnother(officerId, by.id())
                .then(other -> grantTerms.checked(grant))
                .map(checked -> {
                    insert(officerId, checked, by);
                    return officerId;
                });
    }

    /** Ends every access of an officer at once, sessions included; how many grants were ended. */
    @Transactional
    public Outcome<Integer> endAccess(String officerId, Actor by) {
        List<String> ended = db.sql("""
                UPDATE access_grant SET ended_at = ? WHERE officer = ? AND ended_at IS NULL AND valid_until > ?
                RETURNING id::text
                """)
                .params(Sessions.utc(clock.instant()), officerId, grantTerms.today())
                .query(String.class)
                .list();
        if (ended.isEmpty()) {
            return Outcome.refused(unknown("未到期的访问授予", "access grant still to end"));
        }
        sessions.endAll(officerId);
        acts.record(new Act(
                "access-ended",
                "officer",
                officerId,
                by,
                "R087",
                Map.of("grants", ended.size()),
                ended.stream()
                        .map(id -> new WrittenRow(StateTable.ACCESS_GRANT, id))
                        .toList()));
        return Outcome.done(ended.size());
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
                        WHERE officer = o.id AND ended_at IS NULL ORDER BY valid_until DESC LIMIT 1) g ON true
                 ORDER BY o.id
                """).query().listOfRows();
    }

    private void insert(NewOrganisation organisation, Actor by) {
        db.sql("INSERT INTO organisation (id, name, name_en, credit_code, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        organisation.id,
                        organisation.name,
                        organisation.nameEn,
                        organisation.creditCode,
                        Sessions.utc(clock.instant())))
                .update();
        acts.record(new Act(
                "organisation-entered",
                "organisation",
                organisation.id,
                by,
                "I08",
                Map.of("name", organisation.name, "nameEn", organisation.nameEn),
                List.of(new WrittenRow(StateTable.ORGANISATION, organisation.id))));
    }

    private void insert(NewOfficer officer, Actor by) {
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
        acts.record(new Act(
                "officer-entered",
                "officer",
                officer.user,
                by,
                "I08",
                Map.of("organisation", officer.organisation, "roles", List.of(roles)),
                List.of(new WrittenRow(StateTable.OFFICER, officer.user))));
    }

    private static Map<String, Object> facts(Grant grant) {
        return Map.of(
                "purpose",
                grant.purpose,
                "from",
                grant.term.from().toString(),
                "lastDay",
                grant.term.lastDay().toString());
    }

    private void insert(String officerId, Grant grant, Actor by) {
        String id = db.sql("""
                INSERT INTO access_grant (officer, purpose, valid_from, valid_until, granted_by, granted_at)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING id::text
                """)
                .params(
                        officerId,
                        grant.purpose,
                        grant.term.from(),
                        grant.term.until(),
                        by.id(),
                        Sessions.utc(clock.instant()))
                .query(String.class)
                .single();
        acts.record(new Act(
                "access-granted",
                "officer",
                officerId,
                by,
                "R087",
                facts(grant),
                List.of(new WrittenRow(StateTable.ACCESS_GRANT, id))));
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
                        "be made again",
                        "fix",
                        "请换一个",
                        "fix@en",
                        "Choose another"));
    }

    private static Refusal unknown(String zh, String en) {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", zh, "what@en", en));
    }

    /** Who makes the first account: the one it is made for. */
    private record FirstAdministrator(String id, PartyId organisation) implements Actor {}

    /** An organisation to be entered. */
    public record NewOrganisation(
            String id, String name, String nameEn, @Nullable String creditCode) {}

    /** What an officer's access is for, and its term (R087). */
    public record Grant(String purpose, Term term) {}

    /**
     * The first two administrators.
     *
     * @param grant the access of both
     */
    public record Keepers(NewOfficer system, NewOfficer security, Grant grant) {}

    /** An officer to be entered. */
    public record NewOfficer(String user, String display, String organisation, Set<Role> roles, String password) {
        public NewOfficer {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "NewOfficer[" + user + "]";
        }
    }
}
