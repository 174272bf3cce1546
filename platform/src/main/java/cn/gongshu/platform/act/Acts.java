package cn.gongshu.platform.act;

import cn.gongshu.evidence.LogLimits;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.platform.act.Act.WrittenRow;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records acts in the transaction that makes them. */
@Component
public class Acts {

    /**
     * Longest body of an act in bytes: what the log takes as one entry, less room for the entry's other members. More is
     * refused here, before the act is done, for it could never be sealed.
     */
    static final int BODY_LIMIT = LogLimits.USUAL.entryBytes() - (16 << 10);

    /** Rows named in one act of {@link #recordInParts}, at some 300 bytes each. */
    static final int ROWS = 500;

    private static final int ID_BYTES = 16;
    private static final RowMapper<Seal> SEAL = new SimplePropertyRowMapper<>(Seal.class);

    private final JdbcClient db;
    private final Clock clock;
    private final LegalDate legalDate;
    private final SecureRandom random;

    public Acts(JdbcClient db, Clock clock, LegalDate legalDate, SecureRandom random) {
        this.db = db;
        this.clock = clock;
        this.legalDate = legalDate;
        this.random = random;
    }

    /**
     * Writes the outbox row of {@code act}; called last, after every row it names has been written, in the same
     * transaction. Returns the act's id.
     *
     * @throws RefusedException BODY_TOO_LARGE beyond {@link #BODY_LIMIT}; the transaction is then rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String record(Act act) {
        String id = newId();
        Instant now = clock.instant();
        // to_jsonb prints times in the session's zone; the hash must not depend on it.
        db.sql("SET LOCAL TIME ZONE 'UTC'").update();
        Map<String, String> hashes = new TreeMap<>();
        for (WrittenRow row : act.rows()) {
            hashes.put(row.table().table() + "/" + row.key(), hash(row));
        }
        String body = CanonicalJson.text(Map.of("payload", act.payload(), "rows", hashes));
        if (body.getBytes(StandardCharsets.UTF_8).length > BODY_LIMIT) {
            throw new RefusedException(
                    Refusal.of(ErrorCode.BODY_TOO_LARGE, Map.of("limit", Integer.toString(BODY_LIMIT))));
        }
        long seq = db.sql("""
                INSERT INTO act_outbox (id, type, object_kind, object_id, organisation, officer, clause, legal_date,
                                        machine_time, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq
                """)
                .params(Arrays.asList(
                        id,
                        act.type(),
                        act.objectKind(),
                        act.objectId(),
                        act.by().organisation().value(),
                        act.by().id(),
                        act.clause(),
                        legalDate.today(),
                        now.atOffset(ZoneOffset.UTC),
                        body))
                .query(Long.class)
                .single();
        hashes.forEach((row, hash) -> insertRow(id, seq, row, hash));
        return id;
    }

    /**
     * Records an act that wrote any number of rows as acts of at most {@link #ROWS}, each of which says which part it is.
     * Returns the first one's id.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String recordInParts(Act act) {
        if (act.rows().size() <= ROWS) {
            return record(act);
        }
        int parts = (act.rows().size() + ROWS - 1) / ROWS;
        List<String> ids = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Map<String, Object> payload = new HashMap<>(act.payload());
            payload.put("part", part + 1);
            payload.put("parts", parts);
            int end = Math.min(act.rows().size(), (part + 1) * ROWS);
            ids.add(record(new Act(
                    act.type(),
                    act.objectKind(),
                    act.objectId(),
                    act.by(),
                    act.clause(),
                    payload,
                    act.rows().subList(part * ROWS, end))));
        }
        return ids.getFirst();
    }

    /** Where the latest act about an object is sealed. */
    public Optional<Seal> latest(String objectKind, String objectId) {
        return db.sql("""
                SELECT o.id, o.type, o.officer, o.organisation, o.machine_time, o.clause, s.entry_index AS sealed_index
                  FROM act_outbox o LEFT JOIN act_seal s ON s.outbox_id = o.id
                 WHERE o.object_kind = ? AND o.object_id = ? ORDER BY o.seq DESC LIMIT 1
                """).params(objectKind, objectId).query(Seal.class).optional();
    }

    /** Every act about an object, latest first. */
    public List<Seal> all(String objectKind, String objectId) {
        return db.sql("""
                SELECT o.id, o.type, o.officer, o.organisation, o.machine_time, o.clause, s.entry_index AS sealed_index
                  FROM act_outbox o LEFT JOIN act_seal s ON s.outbox_id = o.id
                 WHERE o.object_kind = ? AND o.object_id = ? ORDER BY o.seq DESC
                """).params(objectKind, objectId).query(Seal.class).list();
    }

    /** The latest act that wrote each row of a table, by the row's key. */
    public Map<String, Seal> lastWriters(StateTable table) {
        Map<String, Seal> writers = new HashMap<>();
        db.sql("""
                SELECT DISTINCT ON (r.row_key) r.row_key, o.id, o.type, o.officer, o.organisation, o.machine_time,
                       o.clause, s.entry_index AS sealed_index
                  FROM act_row r JOIN act_outbox o ON o.id = r.act
                  LEFT JOIN act_seal s ON s.outbox_id = o.id
                 WHERE r.table_name = ? ORDER BY r.row_key, r.seq DESC
                """).param(table.table()).query(row -> {
            writers.put(row.getString("row_key"), SEAL.mapRow(row, row.getRow()));
        });
        return Map.copyOf(writers);
    }

    private void insertRow(String act, long seq, String row, String hash) {
        int slash = row.indexOf('/');
        db.sql("INSERT INTO act_row (act, seq, table_name, row_key, row_hash) VALUES (?, ?, ?, ?, ?)")
                .params(act, seq, row.substring(0, slash), row.substring(slash + 1), hash)
                .update();
    }

    private String hash(WrittenRow row) {
        StateTable table = row.table();
        return db.sql("SELECT " + table.hashSql() + " FROM " + table.table() + " t WHERE t." + table.key()
                        + "::text = ?")
                .param(row.key())
                .query(String.class)
                .single();
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
