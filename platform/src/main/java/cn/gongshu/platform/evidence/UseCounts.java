package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EvidenceLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** How many uses count on each link of the chain, as projected from the log. */
@Component
public class UseCounts {

    private final JdbcClient db;
    private final EvidenceLog log;

    UseCounts(JdbcClient db, EvidenceLog log) {
        this.db = db;
        this.log = log;
    }

    /** Uses by id of the link; a link without any is absent. */
    public Map<String, Long> byMandate() {
        Map<String, Long> counts = new HashMap<>();
        db.sql("SELECT mandate, used FROM quota_count WHERE log = ?")
                .param(log.origin())
                .query((row, number) -> counts.put(row.getString("mandate"), row.getLong("used")))
                .list();
        return Map.copyOf(counts);
    }
}
