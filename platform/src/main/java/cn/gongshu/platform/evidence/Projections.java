package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EntryVisitor;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/** Brings the tables in PostgreSQL up to the log: counters, readings, bindings, seals, the rows behind every count. */
@Component
public class Projections {

    /** Entries projected in one transaction. */
    static final int BATCH = 1000;

    /** Every projection, in the order reconciliation compares them. */
    static final List<String> TABLES =
            List.of("use_record", "quota_count", "meter_reading", "idempotency_binding", "act_seal");

    private final JdbcTemplate db;
    private final TransactionTemplate transactions;
    private final EvidenceLog log;

    Projections(JdbcTemplate db, TransactionTemplate transactions, EvidenceLog log) {
        this.db = db;
        this.transactions = transactions;
        this.log = log;
    }

    /** The first index that is not projected yet. */
    long cursor() {
        return db
                .queryForList("SELECT next_index FROM projection_cursor WHERE log = ?", Long.class, log.origin())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** Projects what the log holds beyond the cursor; true when there was anything. */
    public synchronized boolean catchUp() {
        boolean any = false;
        while (true) {
            long from = cursor();
            long until = Math.min(log.size(), from + BATCH);
            if (from > log.size()) {
                throw new Fault(
                        ErrorCode.LOG_DAMAGED,
                        "the log is shorter than what was projected from it: " + log.size() + " < " + from);
            }
            if (from == until) {
                return any;
            }
            transactions.executeWithoutResult(status -> project(from, until, entry -> {}));
            any = true;
        }
    }

    /** Projects [from, until) into whatever tables the connection's search path finds; shows each entry to {@code also}. */
    void project(long from, long until, EntryVisitor also) {
        ProjectedBatch batch = new ProjectedBatch(log.origin());
        log.replay(from, until, recorded -> {
            batch.add(recorded);
            also.visit(recorded);
        });
        batch.write(db);
    }
}
