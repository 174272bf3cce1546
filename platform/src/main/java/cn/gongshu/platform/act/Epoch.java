package cn.gongshu.platform.act;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mandate epoch: a number that moves with every act that can change what the chain of mandate allows. Each process
 * polls it and rebuilds its chain when it has moved.
 */
@Component
public class Epoch {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    public Epoch(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** Moves the epoch in the caller's transaction; the new number counts once that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long bump() {
        long moved = db.sql("UPDATE mandate_epoch SET epoch = epoch + 1 RETURNING epoch")
                .query(Long.class)
                .single();
        events.publishEvent(new EpochMoved(moved));
        return moved;
    }

    public long current() {
        return db.sql("SELECT epoch FROM mandate_epoch").query(Long.class).single();
    }
}
