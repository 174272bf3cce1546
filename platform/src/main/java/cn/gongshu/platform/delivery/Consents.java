package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.regulation.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Consents and opt-outs of data subjects (I01): given in the subject's own sign-in, or brought by the recipient with a
 * proof, some of which are sampled: the subject is asked to confirm them. After a withdrawal only the subject can say yes
 * again.
 */
@Service
public class Consents {

    /** Parameter (INT): percent of the consents brought by recipients that the subject is asked to confirm. */
    private static final String SAMPLE_PERCENT = "consent.sample_percent";

    private static final int HUNDRED = 100;

    /** Parameter (DAYS): the longest a consent may last. */
    static final String LONGEST_DAYS = "consent.max_days";

    private final JdbcClient db;
    private final Acts acts;
    private final Time time;
    private final SecureRandom random;
    private final Parameters parameters;
    private final ConsentTexts texts;

    Consents(JdbcClient db, Acts acts, Time time, SecureRandom random, Parameters parameters, ConsentTexts texts) {
        this.parameters = parameters;
        this.texts = texts;
        this.db = db;
        this.acts = acts;
        this.time = time;
        this.random = random;
    }

    /**
     * What a subject says yes to.
     *
     * @param recipient who may receive the answer
     * @param textVersion version of the consent text that was shown
     * @param lastDay last legal date it holds
     */
    record Terms(Purpose purpose, PartyId recipient, String textVersion, LocalDate lastDay) {}

    /** Notes for whom an account of a data subject speaks, after its identity was checked. */
    @Transactional
    Outcome<String> represent(String officer, Subject subject, Officer by) {
        int made =
                db.sql("""
                INSERT INTO represented_subject (officer, subject_kind, subject_id)
                SELECT id, ?, ? FROM officer WHERE id = ? AND 'DATA_SUBJECT' = ANY (roles)
                ON CONFLICT (officer) DO NOTHING
                """).params(subject.kind().name(), subject.id(), officer).update();
        if (made == 0) {
            return Outcome.refused(represents(officer) ? representsAlready() : noAccount());
        }
        acts.record(new Act(
                "subject-identified",
                "officer",
                officer,
                by,
                "I01",
                Map.of("kind", subject.kind().name()),
                List.of(new WrittenRow(StateTable.REPRESENTED_SUBJECT, officer))));
        return Outcome.done(officer);
    }

    private boolean represents(String officer) {
        return db.sql("SELECT count(*) FROM represented_subject WHERE officer = ?")
                        .param(officer)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Refusal representsAlready() {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                Map.of(
                        "what", "数据主体账号",
                        "what@en", "The data subject's account",
                        "state", "已绑定主体",
                        "state@en", "bound to a subject",
                        "operation", "再次绑定",
                        "operation@en", "be bound again"));
    }

    private static Refusal noAccount() {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "数据主体账号", "what@en", "data subject's account"));
    }

    /** A subject's yes in its own session. */
    @Transactional
    Outcome<String> give(Terms terms, Officer by) {
        return lasting(terms).then(lasts -> own(by)).map(subject -> insert(subject, terms, "OWN_SIGN_IN", null, by));
    }

    /** A subject's yes brought by the recipient, whose officer it is, with the hash of the signed proof. */
    @Transactional
    Outcome<String> bring(Subject subject, Terms terms, String proofHash, Officer by) {
        if (!terms.recipient.equals(by.organisation())) {
            return Outcome.refused(Refusal.of(
                            ErrorCode.NOT_PERMITTED,
                            Map.of("operation", "代他方提交同意", "operation@en", "bring consent for another recipient"))
                    .under("I01"));
        }
        if (withdrawnSince(subject, terms)) {
            return Outcome.refused(Refusal.of(ErrorCode.CONSENT_WITHDRAWN));
        }
        return lasting(terms).map(lasts -> insert(subject, terms, "BROUGHT_BY_RECIPIENT", proofHash, by));
    }

    /** Whether the subject took its yes back and has not itself said yes again. */
    private boolean withdrawnSince(Subject subject, Terms terms) {
        return db.sql("""
                SELECT coalesce(max(withdrawn_at) > coalesce(max(given_at) FILTER (WHERE channel = 'OWN_SIGN_IN'
                                                                              AND withdrawn_at IS NULL), '-infinity'), false)
                  FROM consent WHERE subject_kind = ? AND subject_id = ? AND purpose = ? AND recipient = ?
                """)
                .params(subject.kind().name(), subject.id(), terms.purpose.code(), terms.recipient.value())
                .query(Boolean.class)
                .single();
    }

    /** A consent is to a text of the city, for somebody there is, and lasts at least through today and at most the city's number of days. */
    private Outcome<Terms> lasting(Terms terms) {
        if (!texts.know(terms.purpose, terms.textVersion)) {
            return Outcome.refused(
                    invalid("textVersion", "本市就该用途公布的同意书版本", "a consent text the city has for this purpose"));
        }
        if (db.sql("SELECT count(*) FROM organisation WHERE id = ?")
                        .param(terms.recipient.value())
                        .query(Long.class)
                        .single()
                == 0) {
            return Outcome.refused(invalid("recipient", "已登记的组织", "a registered organisation"));
        }
        LocalDate today = time.legalDate().today();
        if (terms.lastDay.isBefore(today)) {
            return Outcome.refused(Refusal.of(ErrorCode.TERM_INVALID).under("I01"));
        }
        LocalDate latest = today.plusDays(parameters.number(LONGEST_DAYS, today));
        return terms.lastDay.isAfter(latest)
                ? Outcome.refused(invalid("lastDay", "至迟 " + latest, "at the latest " + latest))
                : Outcome.done(terms);
    }

    private static Refusal invalid(String field, String zh, String en) {
        return Refusal.of(ErrorCode.FIELD_INVALID, Map.of("field", field, "rule", zh, "rule@en", en))
                .under("I01");
    }

    /** Withdraws a consent and every other one of the same subject, purpose and recipient; the next call sees it. */
    @Transactional
    Outcome<String> withdraw(String id, Officer by) {
        return own(by).then(subject -> {
            List<String> changed = db.sql("""
                    UPDATE consent c SET withdrawn_at = ?
                      FROM consent one
                     WHERE one.id = ? AND one.subject_kind = ? AND one.subject_id = ? AND one.withdrawn_at IS NULL
                       AND c.subject_kind = one.subject_kind AND c.subject_id = one.subject_id
                       AND c.purpose = one.purpose AND c.recipient = one.recipient AND c.withdrawn_at IS NULL
                    RETURNING c.id
                    """)
                    .params(now(), id, subject.kind().name(), subject.id())
                    .query(String.class)
                    .list();
            if (changed.isEmpty()) {
                return Outcome.refused(noSuchConsent());
            }
            acts.record(new Act(
                    "consent-withdrawn",
                    "consent",
                    id,
                    by,
                    "I01",
                    Map.of("consents", changed.size()),
                    changed.stream()
                            .map(one -> new WrittenRow(StateTable.CONSENT, one))
                            .toList()));
            return Outcome.done(id);
        });
    }

    /** The subject confirms a consent that a recipient brought and the platform sampled. */
    @Transactional
    Outcome<String> confirm(String id, Officer by) {
        return own(by).then(subject -> {
            int changed = db.sql("""
                    UPDATE consent SET confirmed_at = ?
                     WHERE id = ? AND subject_kind = ? AND subject_id = ? AND sampled AND confirmed_at IS NULL
                       AND withdrawn_at IS NULL
                    """)
                    .params(now(), id, subject.kind().name(), subject.id())
                    .update();
            if (changed == 0) {
                return Outcome.refused(noSuchConsent());
            }
            acts.record(new Act(
                    "consent-confirmed",
                    "consent",
                    id,
                    by,
                    "I01",
                    Map.of(),
                    List.of(new WrittenRow(StateTable.CONSENT, id))));
            return Outcome.done(id);
        });
    }

    private static Refusal noSuchConsent() {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "同意", "what@en", "consent"));
    }

    /** Leaves the subject out of aggregates and training from now on. */
    @Transactional
    Outcome<String> optOut(Officer by) {
        return own(by).map(subject -> {
            String id = id("o-");
            int made = db.sql("""
                    INSERT INTO opt_out (id, subject_kind, subject_id, made_at, made_by) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (subject_kind, subject_id) WHERE withdrawn_at IS NULL DO NOTHING
                    """)
                    .params(id, subject.kind().name(), subject.id(), now(), by.id())
                    .update();
            if (made > 0) {
                acts.record(new Act(
                        "opted-out",
                        "opt-out",
                        id,
                        by,
                        "I01",
                        Map.of(),
                        List.of(new WrittenRow(StateTable.OPT_OUT, id))));
            }
            return id;
        });
    }

    /** The consents of the subject the officer speaks for, latest first. */
    List<Map<String, Object>> own(Officer by, int limit) {
        return db.sql("""
                SELECT c.id, c.purpose, c.recipient, g.name AS "recipientName", c.text_version AS "textVersion",
                       c.channel, (c.valid_until - 1)::text AS "lastDay", to_char(c.given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "givenAt",
                       to_char(c.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "withdrawnAt",
                       c.sampled AND c.confirmed_at IS NULL AND c.withdrawn_at IS NULL AS "toConfirm"
                  FROM consent c JOIN represented_subject r
                    ON r.subject_kind = c.subject_kind AND r.subject_id = c.subject_id
                  JOIN organisation g ON g.id = c.recipient
                 WHERE r.officer = ? ORDER BY c.given_at DESC LIMIT ?
                """).params(by.id(), limit).query().listOfRows();
    }

    /** Ids of persons that opted out, to be left out of an aggregate. */
    List<String> optedOut(Subject.Kind kind) {
        return db.sql("SELECT subject_id FROM opt_out WHERE subject_kind = ? AND withdrawn_at IS NULL")
                .param(kind.name())
                .query(String.class)
                .list();
    }

    private Outcome<Subject> own(Officer by) {
        Optional<Subject> subject = db.sql("SELECT subject_kind, subject_id FROM represented_subject WHERE officer = ?")
                .param(by.id())
                .query((row, number) ->
                        new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id")))
                .optional();
        return subject.map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                                ErrorCode.NOT_PERMITTED,
                                Map.of("operation", "代表数据主体", "operation@en", "speak for a data subject"))
                        .under("I01")));
    }

    private String insert(Subject subject, Terms terms, String channel, @Nullable String proofHash, Officer by) {
        String id = id("c-");
        int percent = parameters.number(SAMPLE_PERCENT, time.legalDate().today());
        boolean sampled = proofHash != null && random.nextInt(HUNDRED) < percent;
        db.sql("""
                INSERT INTO consent (id, subject_kind, subject_id, purpose, recipient, text_version, channel,
                                     proof_hash, sampled, valid_until, given_at, given_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        id,
                        subject.kind().name(),
                        subject.id(),
                        terms.purpose.code(),
                        terms.recipient.value(),
                        terms.textVersion,
                        channel,
                        proofHash,
                        sampled,
                        terms.lastDay.plusDays(1),
                        now(),
                        by.id()))
                .update();
        acts.record(new Act(
                "consent-given",
                "consent",
                id,
                by,
                "I01",
                Map.of(
                        "purpose",
                        terms.purpose.code(),
                        "recipient",
                        terms.recipient.value(),
                        "textVersion",
                        terms.textVersion,
                        "channel",
                        channel),
                List.of(new WrittenRow(StateTable.CONSENT, id))));
        return id;
    }

    private String id(String prefix) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    private OffsetDateTime now() {
        return time.clock().instant().atOffset(ZoneOffset.UTC);
    }
}
