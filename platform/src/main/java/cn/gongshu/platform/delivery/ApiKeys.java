package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.access.Role;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.regulation.GrantRules;
import cn.gongshu.regulation.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API keys (接口密钥): issued to the consumer of a subscription, shown once, stored hashed. */
@Service
class ApiKeys {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final String VALIDITY = "key.validity";

    private final JdbcClient db;
    private final Acts acts;
    private final Epoch epoch;
    private final Clock clock;
    private final LegalDate legalDate;
    private final Parameters parameters;
    private final SecureRandom random;

    ApiKeys(JdbcClient db, Acts acts, Epoch epoch, Time time, Parameters parameters, SecureRandom random) {
        this.db = db;
        this.acts = acts;
        this.epoch = epoch;
        this.clock = time.clock();
        this.legalDate = time.legalDate();
        this.parameters = parameters;
        this.random = random;
    }

    /** A key as its holder sees it, this once. */
    record Issued(String id, String key, LocalDate lastDay) {}

    /** Issues a key for a subscription of the officer's own organisation, good through {@code lastDay}. */
    @Transactional
    Outcome<Issued> issue(MandateId subscription, LocalDate lastDay, Officer by) {
        if (lastDay.isBefore(legalDate.today())) {
            return Outcome.refused(Refusal.of(ErrorCode.TERM_INVALID));
        }
        LocalDate today = legalDate.today();
        Outcome<Term> length =
                GrantRules.length(Term.throughLastDay(today, lastDay), parameters.number(VALIDITY, today));
        if (length instanceof Outcome.Refused<Term>(Refusal refusal)) {
            return Outcome.refused(refusal);
        }
        if (!holder(subscription).equals(Optional.of(by.organisation().value()))) {
            return Outcome.refused(Refusal.of(ErrorCode.NO_MANDATE));
        }
        String id = "k-" + HexFormat.of().formatHex(bytes(ID_BYTES));
        String key = "gs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(KEY_BYTES));
        db.sql("""
                INSERT INTO api_key (id, key_hash, subscription, party, valid_until, issued_by, issued_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        HexFormat.of().parseHex(KeyRing.hash(key)),
                        subscription.value(),
                        by.organisation().value(),
                        lastDay.plusDays(1),
                        by.id(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        acts.record(new Act(
                "api-key-issued",
                "api-key",
                id,
                by,
                "R087",
                Map.of("subscription", subscription.value(), "lastDay", lastDay.toString()),
                List.of(new WrittenRow(StateTable.API_KEY, id))));
        epoch.bump();
        return Outcome.done(new Issued(id, key, lastDay));
    }

    /** Ends a key at once: by its holder's organisation, the grantor of its subscription, or a security administrator. */
    @Transactional
    Outcome<String> revoke(String id, Officer by) {
        int revoked = db.sql("""
                UPDATE api_key k SET revoked_at = ? FROM mandate m
                 WHERE k.id = ? AND k.revoked_at IS NULL AND m.id = k.subscription
                   AND (? IN (m.grantor, m.grantee) OR ?)
                """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        id,
                        by.organisation().value(),
                        by.has(Role.SECURITY_ADMINISTRATOR) || by.has(Role.AGENCY))
                .update();
        if (revoked == 0) {
            return Outcome.refused(Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "接口密钥", "what@en", "API key")));
        }
        acts.record(new Act(
                "api-key-revoked",
                "api-key",
                id,
                by,
                "R087",
                Map.of(),
                List.of(new WrittenRow(StateTable.API_KEY, id))));
        epoch.bump();
        return Outcome.done(id);
    }

    private Optional<String> holder(MandateId subscription) {
        return db.sql("SELECT grantee FROM mandate WHERE id = ? AND kind = 'SUBSCRIPTION'")
                .param(subscription.value())
                .query(String.class)
                .optional();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
