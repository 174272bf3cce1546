package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.ActEntry;
import cn.gongshu.evidence.Entry;
import cn.gongshu.evidence.Recorded;
import cn.gongshu.regulation.Clause;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Reconciliation (核对): rebuilds every projection from the log and compares; compares the acts and every state row with
 * what the log sealed; verifies what else the modules can prove. Trusts the log and the keys in the data folder alone:
 * whoever can write the database cannot make it agree. Changes nothing.
 */
@Component
public class Reconciliation {

    /** Findings told per table; a table that differs everywhere is told as such. */
    static final int SHOWN = 20;

    private final JdbcTemplate db;
    private final TransactionTemplate transactions;
    private final Projections projections;
    private final List<ReconciliationCheck> checks;
    private final Clock clock;

    Reconciliation(
            JdbcTemplate db,
            PlatformTransactionManager transactions,
            Projections projections,
            List<ReconciliationCheck> checks,
            Clock clock) {
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.projections = projections;
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** Everything that does not agree; empty when all holds. Waits for the log to be projected first. */
    @Clause("I11")
    public List<Finding> run() {
        projections.catchUp();
        List<Finding> findings = transactions.execute(status -> {
            status.setRollbackOnly();
            return compared();
        });
        return List.copyOf(findings);
    }

    private List<Finding> compared() {
        long cursor = projections.cursor();
        rebuildTables();
        SealedActs acts = new SealedActs(db, SHOWN);
        List<Finding> found = new ArrayList<>();
        db.execute("SET LOCAL search_path = rebuild, public");
        for (long from = 0; from < cursor; from += Projections.BATCH) {
            projections.project(from, Math.min(cursor, from + Projections.BATCH), entry -> see(entry, acts, found));
            acts.flush();
        }
        for (String table : Projections.TABLES) {
            found.addAll(differing(table));
        }
        db.execute("SET LOCAL search_path = public");
        found.addAll(acts.differences(clock.instant()));
        checks.forEach(check -> found.addAll(check.findings()));
        return found;
    }

    private static void see(Recorded recorded, SealedActs acts, List<Finding> found) {
        Entry entry = recorded.entry();
        if (entry instanceof ActEntry act) {
            acts.add(act);
        }
        if (!entry.opensWith(recorded.salt())) {
            String index = Long.toString(recorded.index());
            found.add(new Finding("log", index, "此条的盐不是条目所承诺的", "the salt is not the one this entry was made with"));
        }
    }

    private void rebuildTables() {
        db.execute("CREATE SCHEMA rebuild");
        for (String table : Projections.TABLES) {
            db.execute("CREATE TABLE rebuild." + table + " (LIKE public." + table + " INCLUDING ALL)");
        }
        db.execute("CREATE TABLE rebuild.projection_cursor (LIKE public.projection_cursor INCLUDING ALL)");
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
}
