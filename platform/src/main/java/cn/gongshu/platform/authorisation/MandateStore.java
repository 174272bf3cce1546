package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.ContractHash;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.StatusChange;
import cn.gongshu.mandate.Timeline;
import cn.gongshu.mandate.signing.Signature;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of the chain as rows: contracts that never change and a status that grows. */
@Repository
class MandateStore {

    private final JdbcClient db;
    private final Clock clock;
    private final LegalDate legalDate;

    MandateStore(JdbcClient db, Clock clock, LegalDate legalDate) {
        this.db = db;
        this.clock = clock;
        this.legalDate = legalDate;
    }

    /** A link with what stands beside its contract. */
    record Stored(Mandate mandate, String enteredBy, PartyId enteredFor) {}

    void insert(Contract contract, @Nullable Document document, Officer by) {
        var parent = contract.place().parent();
        var product = contract.place().product();
        db.sql("""
                INSERT INTO mandate (id, kind, parent, product, grantor, grantee, contract, contract_hash, document,
                                     entered_by, entered_for)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        contract.id().value(),
                        contract.kind().name(),
                        parent == null ? null : parent.value(),
                        product == null ? null : product.value(),
                        contract.parties().grantor().value(),
                        contract.parties().grantee().value(),
                        new String(contract.canonical(), StandardCharsets.UTF_8),
                        contract.hash().hex(),
                        document == null ? null : CanonicalJson.text(document.canonical()),
                        by.id(),
                        by.organisation().value()))
                .update();
    }

    /** Adds a status and returns the row's key. */
    String addStatus(MandateId mandate, MandateState state, Officer by, String reason, @Nullable Document document) {
        return db.sql("""
                INSERT INTO mandate_status (mandate, state, at, legal_date, party, officer, reason, document)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """)
                .params(Arrays.asList(
                        mandate.value(),
                        state.name(),
                        utc(clock.instant()),
                        legalDate.today(),
                        by.organisation().value(),
                        by.id(),
                        reason,
                        document == null ? null : CanonicalJson.text(document.canonical())))
                .query(Long.class)
                .single()
                .toString();
    }

    /** Who changed a link last, and when. */
    record Change(String by, Instant at) {}

    Change lastChange(MandateId id) {
        return db.sql("""
                SELECT o.display_name, s.at FROM mandate_status s JOIN officer o ON o.id = s.officer
                 WHERE s.mandate = ? ORDER BY s.id DESC LIMIT 1
                """)
                .param(id.value())
                .query((row, number) -> new Change(
                        row.getString("display_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }

    boolean exists(MandateId id) {
        return db.sql("SELECT count(*) FROM mandate WHERE id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The link, locked until the transaction ends, so that two officers cannot act on it at once. */
    Optional<Stored> lock(MandateId id) {
        return db.sql(
                        "SELECT id, contract, contract_hash, entered_by, entered_for FROM mandate WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, number) -> stored(row, timeline(id)))
                .optional();
    }

    /**
     * Every link, parents before children, and of two links of a kind the one that was signed first before the other; those
     * not signed stand first. One statement, so that no link is seen without its status.
     */
    List<Mandate> all() {
        Map<String, Row> rows = new LinkedHashMap<>();
        db.sql("""
                SELECT m.id, m.contract, m.contract_hash, m.entered_by, m.entered_for,
                       s.state, s.at, s.legal_date, s.party, s.reason
                  FROM mandate m JOIN mandate_status s ON s.mandate = m.id
                 ORDER BY (SELECT min(f.id) FROM mandate_status f WHERE f.mandate = m.id AND f.state = 'SIGNED') NULLS FIRST,
                          m.id, s.id
                """).query(row -> {
            Row link = rows.get(row.getString("id"));
            if (link == null) {
                link = new Row(row.getString("id"), row.getString("contract"), row.getString("contract_hash"));
                rows.put(link.id, link);
            }
            link.changes.add(change(row));
        });
        return rows.values().stream()
                .map(Row::mandate)
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
    }

    /** A link as it is read, with its changes so far. */
    private record Row(String id, String contract, String hash, List<StatusChange> changes) {

        Row(String id, String contract, String hash) {
            this(id, contract, hash, new ArrayList<>());
        }

        Mandate mandate() {
            return new Mandate(MandateStore.contract(id, contract), new ContractHash(hash), new Timeline(changes));
        }
    }

    void insertSignature(MandateId mandate, Signature signature) {
        db.sql("""
                INSERT INTO mandate_signature (id, mandate, party, officer, suite, signature, signed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        signatureId(mandate, signature.party()),
                        mandate.value(),
                        signature.party().value(),
                        signature.officer(),
                        signature.suite(),
                        signature.value(),
                        utc(clock.instant()))
                .update();
    }

    static String signatureId(MandateId mandate, PartyId party) {
        return mandate + "/" + party;
    }

    List<Signature> signatures(MandateId mandate) {
        return db.sql("SELECT party, officer, suite, signature FROM mandate_signature WHERE mandate = ? ORDER BY party")
                .param(mandate.value())
                .query((row, number) -> new Signature(
                        new PartyId(row.getString("party")),
                        row.getString("officer"),
                        row.getString("suite"),
                        row.getString("signature")))
                .list();
    }

    private Timeline timeline(MandateId id) {
        return new Timeline(db.sql("""
                SELECT mandate, state, at, legal_date, party, reason FROM mandate_status WHERE mandate = ? ORDER BY id
                """)
                .param(id.value())
                .query((row, number) -> change(row))
                .list());
    }

    private static Stored stored(ResultSet row, Timeline timeline) throws SQLException {
        Contract contract = contract(row.getString("id"), row.getString("contract"));
        Mandate mandate = new Mandate(contract, new ContractHash(row.getString("contract_hash")), timeline);
        return new Stored(mandate, row.getString("entered_by"), new PartyId(row.getString("entered_for")));
    }

    private static Contract contract(String id, String canonical) {
        return switch (Contract.parse(canonical.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Done<Contract>(Contract contract) -> contract;
            // Somebody wrote this row past the platform.
            case Outcome.Refused<Contract> _ ->
                throw new Fault(ErrorCode.INTERNAL, "contract of " + id + " is unreadable");
        };
    }

    private static StatusChange change(ResultSet row) throws SQLException {
        return new StatusChange(
                MandateState.valueOf(row.getString("state")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("legal_date", LocalDate.class),
                new PartyId(row.getString("party")),
                row.getString("reason"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
