package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Quota;
import cn.gongshu.mandate.decision.ChainSnapshot;
import cn.gongshu.mandate.escrow.BlockEscrow;
import cn.gongshu.platform.authorisation.ChainFollower;
import cn.gongshu.platform.evidence.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What the door keeps in memory, brought up to date before the chain moves on: keys, live products, quotas counted so
 * far, and – once, at the start – the idempotency keys still bound.
 */
@Component
class DoorMemory implements ChainFollower {

    private final JdbcClient db;
    private final KeyRing keys;
    private final LiveProducts products;
    private final BlockEscrow escrow;
    private final IdempotencyRegister register;
    private final Restoring restoring;
    private final Map<MandateId, Quota> counted = new HashMap<>();
    private boolean restored;

    DoorMemory(
            JdbcClient db,
            DeliveryConfiguration.Sources sources,
            BlockEscrow escrow,
            IdempotencyRegister register,
            Restoring restoring) {
        this.db = db;
        this.keys = sources.keys();
        this.products = sources.products();
        this.escrow = escrow;
        this.register = register;
        this.restoring = restoring;
    }

    /** Where the past is read from. */
    @Component
    record Restoring(EvidenceLog log, Projections projections, LegalDate legalDate) {}

    @Override
    public synchronized void chainMoved(ChainSnapshot snapshot) {
        restoreBindings();
        keys.reload();
        products.reload();
        snapshot.tree().all().forEach(this::count);
    }

    /** A quota met for the first time starts from what the log says was used. */
    private void count(Mandate link) {
        Quota quota = link.contract().limits().quota();
        if (quota == null || counted.containsKey(link.id())) {
            return;
        }
        escrow.open(link.id(), link.title(), quota);
        long used = db.sql("SELECT used FROM quota_count WHERE log = ? AND mandate = ?")
                .params(restoring.log.origin(), link.id().value())
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (used > 0) {
            escrow.restore(link.id(), used);
        }
        counted.put(link.id(), quota);
    }

    /** From the log's projection, brought up to the log first, so that no door opens with a key forgotten. */
    private void restoreBindings() {
        if (restored) {
            return;
        }
        restoring.projections.catchUp();
        db.sql("""
                SELECT mark, body_hash, legal_date, entry_index FROM idempotency_binding WHERE log = ? AND legal_date >= ?
                """)
                .params(restoring.log.origin(), register.firstBound(restoring.legalDate.today()))
                .query((row, number) -> {
                    register.restore(
                            new IdempotencyMark(row.getString("mark")),
                            row.getString("body_hash"),
                            row.getObject("legal_date", LocalDate.class),
                            row.getLong("entry_index"));
                    return number;
                })
                .list();
        restored = true;
    }
}
