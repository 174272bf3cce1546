package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps database and log together: the database remembers the log's key, and a start with another log is refused. */
@Component
class LogIdentity {

    private final JdbcClient db;
    private final Clock clock;

    LogIdentity(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Before a key is made: only a database that knows no log yet may begin one. */
    void mayBegin(String origin) {
        if (known(origin).isPresent() || projected(origin) > 0) {
            throw another("the data folder holds no log");
        }
    }

    /** Takes the log for this database's, or refuses it. */
    void hold(EvidenceLog log) {
        String key = log.verifierKey().line();
        if (!known(log.origin()).orElse(key).equals(key)) {
            throw another("the log in the data folder has another key");
        }
        long projected = projected(log.origin());
        if (projected > log.size()) {
            throw new Fault(
                    ErrorCode.LOG_DAMAGED,
                    "the log is shorter than what was projected from it: " + log.size() + " < " + projected);
        }
        db.sql("INSERT INTO evidence_log (origin, verifier_key, first_opened) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(log.origin(), key, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<String> known(String origin) {
        return db.sql("SELECT verifier_key FROM evidence_log WHERE origin = ?")
                .param(origin)
                .query(String.class)
                .optional();
    }

    private long projected(String origin) {
        return db.sql("SELECT next_index FROM projection_cursor WHERE log = ?")
                .param(origin)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Fault another(String what) {
        return new Fault(ErrorCode.LOG_OF_ANOTHER, what);
    }
}
