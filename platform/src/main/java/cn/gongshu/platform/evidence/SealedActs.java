package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.ActEntry;
import cn.gongshu.platform.act.StateTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The acts as the log has them, beside what PostgreSQL says of them. Whoever owns the database can change any of its
 * tables together, so nothing there is believed that the log does not say too: the outbox is compared with the sealed
 * acts, the index {@code act_row} with the hashes inside them, and every state row with the last hash they give it.
 */
final class SealedActs {

    /** An act is sealed within a moment; one that still waits after this is told. */
    static final Duration WAITING = Duration.ofMinutes(1);

    private static final String ACTS = """
            CREATE TABLE rebuild.sealed_act (id text PRIMARY KEY, seq bigint, type text, object_kind text, object_id text,
                organisation text, officer text, clause text, legal_date date, machine_time timestamptz, body text)
            """;
    private static final String INSERT = "INSERT INTO rebuild.sealed_act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Rows the acts wrote: by the log, and by the outbox for those that wait for their seal. */
    private static final String WRITTEN = """
            CREATE TABLE rebuild.written AS
            SELECT a.id AS act, a.seq, split_part(r.key, '/', 1) AS table_name,
                   substr(r.key, strpos(r.key, '/') + 1) AS row_key, r.value AS row_hash
              FROM (SELECT id, seq, body FROM rebuild.sealed_act
                    UNION ALL
                    SELECT id, seq, body FROM public.act_outbox o
                     WHERE NOT EXISTS (SELECT FROM rebuild.sealed_act s WHERE s.id = o.id) AND body IS JSON OBJECT) a,
                   LATERAL jsonb_each_text(coalesce(a.body::jsonb -> 'rows', '{}')) r
            """;

    private static final List<String> COLUMNS = List.of(
            "seq",
            "type",
            "object_kind",
            "object_id",
            "organisation",
            "officer",
            "clause",
            "legal_date",
            "machine_time",
            "body");

    private final JdbcTemplate db;
    private final int shown;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    /** @param shown findings told per table */
    SealedActs(JdbcTemplate db, int shown) {
        this.db = db;
        this.shown = shown;
        db.execute(ACTS);
    }

    /** Takes an act of the log. */
    void add(ActEntry act) {
        waiting.add(new @Nullable Object[] {
            act.content().outboxId(),
            act.content().seq(),
            act.act().type(),
            act.object().kind(),
            act.object().id(),
            act.actor().organisation(),
            act.actor().officer(),
            act.act().clause(),
            Date.valueOf(act.head().legalDate()),
            act.act().at().atOffset(ZoneOffset.UTC),
            act.content().payload()
        });
    }

    /** Writes what was taken. */
    void flush() {
        db.batchUpdate(INSERT, waiting);
        waiting.clear();
    }

    /** Everything in which PostgreSQL says something else than the log. */
    List<Finding> differences(Instant now) {
        db.execute("SET LOCAL TIME ZONE 'UTC'");
        db.execute(WRITTEN);
        db.execute("CREATE INDEX ON rebuild.written (table_name, row_key, seq DESC)");
        List<Finding> found = new ArrayList<>();
        found.addAll(outboxDiffers());
        found.addAll(unsealed(now));
        found.addAll(indexDiffers());
        for (StateTable table : StateTable.values()) {
            found.addAll(rowsDiffer(table));
        }
        return found;
    }

    private List<Finding> outboxDiffers() {
        StringBuilder differing = new StringBuilder();
        for (String column : COLUMNS) {
            differing
                    .append(differing.isEmpty() ? "" : ", ")
                    .append("CASE WHEN o.%1$s IS DISTINCT FROM s.%1$s THEN '%1$s' END".formatted(column));
        }
        String sql = """
                SELECT * FROM (SELECT s.id, o.id IS NULL AS gone, concat_ws(', ', %s) AS differing
                                 FROM rebuild.sealed_act s LEFT JOIN public.act_outbox o ON o.id = s.id) d
                 WHERE differing <> '' LIMIT %d
                """.formatted(differing, shown);
        return db.query(sql, (row, number) -> {
            String columns = row.getString("differing");
            return row.getBoolean("gone")
                    ? new Finding("act_outbox", row.getString("id"), "已封存的行为在库中已不在", "a sealed act is gone")
                    : new Finding(
                            "act_outbox",
                            row.getString("id"),
                            "与封存的行为不一致：" + columns,
                            "differs from the act that was sealed: " + columns);
        });
    }

    private List<Finding> unsealed(Instant now) {
        return db.query(
                """
                SELECT id FROM public.act_outbox o
                 WHERE NOT EXISTS (SELECT FROM rebuild.sealed_act s WHERE s.id = o.id)
                   AND (machine_time NOT BETWEEN ? AND ? OR body IS NOT JSON OBJECT) LIMIT ?
                """,
                (row, number) -> new Finding("act_outbox", row.getString("id"), "行为没有封存", "this act is not sealed"),
                Timestamp.from(now.minus(WAITING)),
                Timestamp.from(now.plus(WAITING)),
                shown);
    }

    private List<Finding> indexDiffers() {
        return db.query(
                """
                SELECT coalesce(w.act, r.act) || ' ' || coalesce(w.table_name, r.table_name) || '/'
                       || coalesce(w.row_key, r.row_key) AS row
                  FROM rebuild.written w FULL JOIN public.act_row r
                    ON r.act = w.act AND r.table_name = w.table_name AND r.row_key = w.row_key
                 WHERE (w.seq, w.row_hash) IS DISTINCT FROM (r.seq, r.row_hash) LIMIT ?
                """,
                (row, number) -> new Finding(
                        "act_row", row.getString("row"), "与封存的行为所写的行不一致", "differs from what the sealed act wrote"),
                shown);
    }

    /** State rows that no act wrote, rows that differ from what the latest act left, rows that are gone. */
    private List<Finding> rowsDiffer(StateTable table) {
        String sql = """
                SELECT coalesce(t.key, a.row_key) AS key, a.row_hash IS NULL AS unwritten, t.key IS NULL AS gone
                  FROM (SELECT %1$s::text AS key, %2$s AS hash FROM public.%3$s t) t
                  FULL JOIN (SELECT DISTINCT ON (row_key) row_key, row_hash FROM rebuild.written
                              WHERE table_name = '%3$s' ORDER BY row_key, seq DESC) a ON a.row_key = t.key
                 WHERE t.hash IS DISTINCT FROM a.row_hash
                 LIMIT %4$d
                """.formatted("t." + table.key(), table.hashSql(), table.table(), shown);
        return db.query(sql, (row, number) -> {
            boolean unwritten = row.getBoolean("unwritten");
            boolean gone = row.getBoolean("gone");
            return new Finding(
                    table.table(),
                    row.getString("key"),
                    unwritten ? "没有任何行为写过此行" : gone ? "行为写过的行已不在" : "与最近一次行为留下的不一致",
                    unwritten
                            ? "no act wrote this row"
                            : gone ? "a row an act wrote is gone" : "differs from what the latest act left");
        });
    }
}
