package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.catalogue.PublicationBatch.NewBatch;
import cn.gongshu.platform.catalogue.PublicationBatch.PublishedItem;
import cn.gongshu.regulation.PublicationRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Publishes batches: every item complete, or none (R072). */
@Service
class Publications {

    private final JdbcClient db;
    private final CatalogueStore store;
    private final Acts acts;
    private final Epoch epoch;
    private final Clock clock;
    private final LegalDate legalDate;

    Publications(JdbcClient db, CatalogueStore store, Acts acts, Epoch epoch, Clock clock, LegalDate legalDate) {
        this.db = db;
        this.store = store;
        this.acts = acts;
        this.epoch = epoch;
        this.clock = clock;
        this.legalDate = legalDate;
    }

    @Transactional
    public Outcome<PublicationBatch> publish(NewBatch batch, Officer by) {
        if (batch.date().isAfter(legalDate.today())) {
            return Outcome.refused(notYet());
        }
        Map<String, CatalogueItem> items = store.locked(batch.items());
        List<PublishedItem> ready = new ArrayList<>();
        for (String id : batch.items()) {
            switch (ready(id, items.get(id))) {
                case Outcome.Refused<PublishedItem>(Refusal refusal) -> {
                    return Outcome.refused(refusal);
                }
                case Outcome.Done<PublishedItem>(PublishedItem item) -> ready.add(item);
            }
        }
        PublicationBatch published = new PublicationBatch(
                batch.number(), batch.date(), ready, by.organisation().value(), clock.instant());
        return insert(published, by) == 0 ? Outcome.refused(taken(batch)) : Outcome.done(written(published, by));
    }

    /** Every batch, latest first. */
    List<PublicationBatch> all() {
        return db.sql("""
                SELECT number, batch_date, items, organisation, published_at FROM publication_batch
                 ORDER BY batch_date DESC, published_at DESC
                """)
                .query((row, number) -> new PublicationBatch(
                        row.getString("number"),
                        row.getObject("batch_date", LocalDate.class),
                        Arrays.asList(CanonicalRecord.read(row.getString("items"), PublishedItem[].class)),
                        row.getString("organisation"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Outcome<PublishedItem> ready(String id, @Nullable CatalogueItem item) {
        if (item == null) {
            return Outcome.refused(ItemSides.noItem(id));
        }
        if (item.published() != null && item.published().version() == item.version()) {
            return Outcome.refused(already(item, item.published().batch()));
        }
        return PublicationRules.mayPublish(item.declaration().asRuled(item.id(), item.level()))
                .then(complete -> QueryFitness.refusal(item, store::item)
                        .<Outcome<PublishedItem>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(published(item))));
    }

    private static PublishedItem published(CatalogueItem item) {
        return new PublishedItem(
                item.id().value(),
                item.declaration().name(),
                item.version(),
                CanonicalRecord.sha256(CanonicalRecord.text(item.declaration())));
    }

    private int insert(PublicationBatch batch, Officer by) {
        return db.sql("""
                INSERT INTO publication_batch (number, batch_date, items, organisation, officer, published_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO NOTHING
                """)
                .params(
                        batch.number(),
                        batch.date(),
                        CanonicalRecord.text(batch.items()),
                        batch.organisation(),
                        by.id(),
                        batch.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private PublicationBatch written(PublicationBatch batch, Officer by) {
        List<WrittenRow> rows = new ArrayList<>();
        rows.add(new WrittenRow(StateTable.PUBLICATION_BATCH, batch.number()));
        for (PublishedItem item : batch.items()) {
            db.sql("UPDATE catalogue_item SET published_version = ?, published_batch = ? WHERE id = ?")
                    .params(item.version(), batch.number(), item.item())
                    .update();
            rows.add(new WrittenRow(StateTable.CATALOGUE_ITEM, item.item()));
        }
        epoch.bump();
        Map<String, Object> payload = Map.of(
                "date", batch.date().toString(),
                "items", batch.items().stream().map(PublishedItem::item).toList());
        acts.record(new Act("batch-published", "publication-batch", batch.number(), by, "R072", payload, rows));
        return batch;
    }

    private static Refusal notYet() {
        return Refusal.of(
                ErrorCode.FIELD_INVALID,
                Map.of("field", "date", "rule", "公示日期不得晚于今日", "rule@en", "not later than today"));
    }

    private static Refusal already(CatalogueItem item, String batch) {
        return wrongState("目录项 " + item.id(), "Item " + item.id(), "已由批次 " + batch + " 公示", "published in " + batch);
    }

    private static Refusal taken(NewBatch batch) {
        return wrongState("批次 " + batch.number(), "Batch " + batch.number(), "已公示", "published already");
    }

    private static Refusal wrongState(String what, String whatEn, String state, String stateEn) {
        return Refusal.of(
                        ErrorCode.WRONG_STATE,
                        Map.of(
                                "what", what,
                                "what@en", whatEn,
                                "state", state,
                                "state@en", stateEn,
                                "operation", "再次公示",
                                "operation@en", "be published again"))
                .under("R072");
    }
}
