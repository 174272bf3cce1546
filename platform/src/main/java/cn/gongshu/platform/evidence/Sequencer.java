package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.ActEntry;
import cn.gongshu.evidence.ActEntry.ActObject;
import cn.gongshu.evidence.ActEntry.Actor;
import cn.gongshu.evidence.ActEntry.Content;
import cn.gongshu.evidence.ActEntry.Deed;
import cn.gongshu.evidence.Entry.Head;
import cn.gongshu.evidence.EntryDraft;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Guard;
import cn.gongshu.evidence.Sealed;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.regulation.Parameters;
import cn.gongshu.regulation.RetentionRules;
import cn.gongshu.regulation.RetentionSchedule.RecordType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Seals acts: takes outbox rows that the log does not hold yet, in their order, and appends each under its id. Runs on
 * one thread; before each round the log is projected, so a row appended before a crash is seen to be sealed and is not
 * appended again.
 */
@Component
class Sequencer {

    private static final int BATCH = 200;
    private static final Map<String, RecordType> KEPT_OTHERWISE =
            Map.of("mandate", RecordType.CONTRACT, "consent", RecordType.CONSENT, "opt-out", RecordType.CONSENT);

    private final JdbcTemplate db;
    private final EvidenceLog log;
    private final Projections projections;
    private final Parameters parameters;

    Sequencer(JdbcTemplate db, EvidenceLog log, Projections projections, Parameters parameters) {
        this.db = db;
        this.log = log;
        this.projections = projections;
        this.parameters = parameters;
    }

    /**
     * Seals everything that waits; true when there was anything.
     *
     * @throws Fault when the log did not take one; the others are sealed
     */
    boolean sealWaiting() {
        projections.catchUp();
        List<EntryDraft> waiting = db.query("""
                SELECT o.* FROM act_outbox o LEFT JOIN act_seal s ON s.log = ? AND s.outbox_id = o.id
                 WHERE s.outbox_id IS NULL ORDER BY o.seq LIMIT ?
                """, (row, number) -> draft(row), log.origin(), BATCH);
        List<CompletableFuture<Outcome<Sealed>>> sealed = new ArrayList<>();
        for (EntryDraft draft : waiting) {
            sealed.add(log.append(draft, Guard.NONE));
        }
        CompletableFuture.allOf(sealed.toArray(CompletableFuture[]::new)).join();
        projections.catchUp();
        sealed.forEach(outcome -> taken(outcome.join()));
        return !waiting.isEmpty();
    }

    private static void taken(Outcome<Sealed> outcome) {
        if (outcome instanceof Outcome.Refused<Sealed>(Refusal refusal)) {
            throw new Fault(ErrorCode.STORAGE, "the log did not take an act: " + refusal.code());
        }
    }

    private EntryDraft draft(ResultSet row) throws SQLException {
        String id = row.getString("id");
        LocalDate legalDate = row.getObject("legal_date", LocalDate.class);
        Actor actor = new Actor(row.getString("organisation"), row.getString("officer"));
        ActObject object = new ActObject(row.getString("object_kind"), row.getString("object_id"));
        String body = row.getString("body");
        Deed deed = new Deed(
                row.getString("type"),
                row.getString("clause"),
                row.getObject("machine_time", OffsetDateTime.class).toInstant());
        Content content = new Content(id, row.getLong("seq"), CanonicalRecord.sha256(body), body);
        RecordType kept = KEPT_OTHERWISE.getOrDefault(object.kind(), RecordType.ACT);
        String retention = RetentionRules.schedule(kept, parameters, legalDate).code();
        return time -> new ActEntry(new Head("act-" + id, time, legalDate, retention), deed, actor, object, content);
    }
}
