package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.ActEntry;
import cn.gongshu.evidence.Asked;
import cn.gongshu.evidence.Entry;
import cn.gongshu.evidence.Recorded;
import cn.gongshu.evidence.RefusalEntry;
import cn.gongshu.evidence.UseEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some consecutive entries of one log mean for the projections, gathered and then written in a few statements. The
 * tables are named without a schema: reconciliation runs the same statements against empty copies.
 */
final class ProjectedBatch {

    private static final String USE = """
            INSERT INTO use_record (log, entry_index, kind, receipt_id, product, recipient, subscription, purpose, code,
                                    clause, quantity, charge_fen, legal_date, machine_time)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String QUOTA = """
            INSERT INTO quota_count (log, mandate, used) VALUES (?, ?, ?)
            ON CONFLICT (log, mandate) DO UPDATE SET used = quota_count.used + excluded.used
            """;
    private static final String METER = """
            INSERT INTO meter_reading (log, subscription, legal_date, uses, charge_fen) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (log, subscription, legal_date)
            DO UPDATE SET uses = meter_reading.uses + excluded.uses,
                          charge_fen = meter_reading.charge_fen + excluded.charge_fen
            """;
    /** A key is free again after {@code idempotency.days}; the use that took it last is the one it is bound to. */
    private static final String BINDING = """
            INSERT INTO idempotency_binding (log, mark, entry_index, body_hash, legal_date) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (log, mark)
            DO UPDATE SET entry_index = excluded.entry_index, body_hash = excluded.body_hash,
                          legal_date = excluded.legal_date
            """;

    private static final String SEAL =
            "INSERT INTO act_seal (log, outbox_id, entry_index, rows_hash) VALUES (?, ?, ?, ?)";
    private static final String CURSOR = """
            INSERT INTO projection_cursor (log, next_index) VALUES (?, ?)
            ON CONFLICT (log) DO UPDATE SET next_index = excluded.next_index
            """;

    private final String log;
    private final List<@Nullable Object[]> uses = new ArrayList<>();
    private final List<@Nullable Object[]> bindings = new ArrayList<>();
    private final List<@Nullable Object[]> seals = new ArrayList<>();
    private final Map<String, Long> quotas = new TreeMap<>();
    private final Map<Day, long[]> meters = new TreeMap<>();
    private long next = -1;

    ProjectedBatch(String log) {
        this.log = log;
    }

    /** A subscription's legal day. */
    private record Day(String subscription, LocalDate date) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            int bySubscription = subscription.compareTo(other.subscription);
            return bySubscription != 0 ? bySubscription : date.compareTo(other.date);
        }
    }

    void add(Recorded recorded) {
        next = recorded.index() + 1;
        switch (recorded.entry()) {
            case UseEntry use -> addUse(recorded.index(), use);
            case RefusalEntry refusal -> addRefusal(recorded.index(), refusal);
            case ActEntry act ->
                seals.add(new @Nullable Object[] {
                    log,
                    act.content().outboxId(),
                    recorded.index(),
                    act.content().rowsHash()
                });
        }
    }

    private void addUse(long index, UseEntry use) {
        long quantity = use.given().quantity();
        Long charge = use.given().charge();
        uses.add(row(index, "use", use.head(), use.asked(), null, null, quantity, charge));
        use.grounds().chain().forEach(mandate -> quotas.merge(mandate, quantity, Long::sum));
        String subscription = use.asked().subscription();
        if (subscription != null) {
            long[] sums =
                    meters.computeIfAbsent(new Day(subscription, use.head().legalDate()), day -> new long[2]);
            sums[0] = Math.addExact(sums[0], quantity);
            sums[1] = Math.addExact(sums[1], charge == null ? 0 : charge);
        }
        var mark = use.marks().idempotency();
        if (mark != null) {
            bindings.add(new @Nullable Object[] {
                log,
                mark.hex(),
                index,
                use.marks().bodyHash(),
                Date.valueOf(use.head().legalDate())
            });
        }
    }

    private void addRefusal(long index, RefusalEntry refusal) {
        uses.add(row(
                index,
                "refusal",
                refusal.head(),
                refusal.asked(),
                refusal.reason().code(),
                refusal.reason().clause(),
                0,
                null));
    }

    @SuppressWarnings("PMD.ExcessiveParameterList")
    private @Nullable Object[] row(
            long index,
            String kind,
            Entry.Head head,
            Asked asked,
            @Nullable String code,
            @Nullable String clause,
            long quantity,
            @Nullable Long charge) {
        return new @Nullable Object[] {
            log,
            index,
            kind,
            head.id(),
            asked.product(),
            asked.party(),
            asked.subscription(),
            asked.purpose(),
            code,
            clause,
            quantity,
            charge,
            Date.valueOf(head.legalDate()),
            head.machineTime().atOffset(ZoneOffset.UTC)
        };
    }

    /** Writes everything and moves the cursor; the caller holds the transaction. */
    void write(JdbcTemplate db) {
        if (next < 0) {
            return;
        }
        db.batchUpdate(USE, uses);
        db.batchUpdate(BINDING, bindings);
        db.batchUpdate(SEAL, seals);
        db.batchUpdate(
                QUOTA,
                quotas.entrySet().stream()
                        .map(entry -> new Object[] {log, entry.getKey(), entry.getValue()})
                        .toList());
        db.batchUpdate(
                METER,
                meters.entrySet().stream()
                        .map(entry -> new Object[] {
                            log,
                            entry.getKey().subscription,
                            Date.valueOf(entry.getKey().date),
                            entry.getValue()[0],
                            entry.getValue()[1]
                        })
                        .toList());
        db.update(CURSOR, log, next);
    }
}
