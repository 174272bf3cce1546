package cn.gongshu.platform.evidence;

import cn.gongshu.platform.act.StateTable;
import cn.gongshu.regulation.Clause;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reconciliation (核对): rebuilds every projection from the log and compares, and compares every state row with the
 * latest act that wrote it. Changes nothing.
 */
@Component
public class Reconciliation {

    /** Findings told per table; a table that differs everywhere is told as such. */
    static final int SHOWN = 20;

    private final JdbcTemplate db;
    private final TransactionTemplate transactions;
    private final Projections projections;

    Reconciliation(JdbcTemplate db, PlatformTransactionManager transactions, Projections projections) {
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.projections = projections;
    }

    /** Everything that does not agree; empty when all holds. Waits for the log to be projected first. */
    @Clause("I11")
    public List<Finding> run() {
        projections.catchUp();
        List<Finding> findings = transactions.execute(status -> {
            status.setRollbackOnly();
            List<Finding> found = new ArrayList<>(projectionsDiffer());
            found.addAll(actsDiffer());
            return found;
        });
        return List.copyOf(findings);
    }

    private List<Finding> projectionsDiffer() {
        long cursor = projections.cursor();
        db.execute("CREATE SCHEMA rebuild");
        for (String table : Projections.TABLES) {
            db.execute("CREATE TABLE rebuild." + table + " (LIKE public." + table + " INCLUDING ALL)");
        }
        db.execute("CREATE TABLE rebuild.projection_cursor (LIKE public.projection_cursor INCLUDING ALL)");
        db.execute("SET LOCAL search_path = rebuild, public");
        for (long from = 0; from < cursor; from += Projections.BATCH) {
            projections.project(from, Math.min(cursor, from + Projections.BATCH));
        }
        List<Finding> found = new ArrayList<>();
        for (String table : Projections.TABLES) {
            found.addAll(differing(table));
        }
        db.execute("SET LOCAL search_path = public");
        return found;
    }

    private List<Finding> differing(String table) {
        String sql = "(SELECT 'in excess', t::text FROM (SELECT * FROM public.%1$s EXCEPT SELECT * FROM rebuild.%1$s) t"
                + " UNION ALL SELECT 'missing', t::text FROM (SELECT * FROM rebuild.%1$s EXCEPT SELECT * FROM public.%1$s) t)"
                + " LIMIT " + SHOWN;
        return db.query(
                sql.formatted(table),
                (row, number) -> new Finding(
                        table,
                        row.getString(2),
                        row.getString(1).equals("missing") ? "存证流水中有，投影中没有" : "投影中有，存证流水中没有",
                        row.getString(1).equals("missing")
                                ? "in the log, not in the projection"
                                : "in the projection, not in the log"));
    }

    private List<Finding> actsDiffer() {
        db.execute("SET LOCAL TIME ZONE 'UTC'");
        List<Finding> found = new ArrayList<>();
        for (StateTable table : StateTable.values()) {
            found.addAll(rowsDiffer(table));
        }
        found.addAll(db.query(
                """
                SELECT o.id FROM act_outbox o JOIN act_seal s ON s.outbox_id = o.id
                 WHERE s.rows_hash <> encode(sha256(convert_to(o.body, 'UTF8')), 'hex') LIMIT %d
                """.formatted(SHOWN),
                (row, number) -> new Finding(
                        "act_outbox", row.getString(1), "与封存的行为不一致", "differs from the act that was sealed")));
        return found;
    }

    /** State rows that no act wrote, rows that differ from what the latest act left, rows that are gone. */
    private List<Finding> rowsDiffer(StateTable table) {
        String sql = """
                SELECT coalesce(t.key, a.row_key) AS key, a.row_hash IS NULL AS unwritten, t.key IS NULL AS gone
                  FROM (SELECT %1$s::text AS key, %2$s AS hash FROM %3$s t) t
                  FULL JOIN (SELECT DISTINCT ON (row_key) row_key, row_hash FROM act_row
                              WHERE table_name = '%3$s' ORDER BY row_key, seq DESC) a ON a.row_key = t.key
                 WHERE t.hash IS DISTINCT FROM a.row_hash
                 LIMIT %4$d
                """.formatted("t." + table.key(), table.hashSql(), table.table(), SHOWN);
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
