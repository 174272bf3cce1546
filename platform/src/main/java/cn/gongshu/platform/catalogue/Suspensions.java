package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.regulation.LevelRules.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Puts a published item out of force and back: its provider or the agency stops it, the agency resumes it. */
@Service
class Suspensions {

    private final JdbcClient db;
    private final CatalogueStore store;
    private final ItemSides sides;
    private final Acts acts;
    private final Epoch epoch;
    private final Clock clock;

    Suspensions(JdbcClient db, CatalogueStore store, ItemSides sides, Acts acts, Epoch epoch, Clock clock) {
        this.db = db;
        this.store = store;
        this.sides = sides;
        this.acts = acts;
        this.epoch = epoch;
        this.clock = clock;
    }

    @Transactional
    public Outcome<CatalogueItem> suspend(String id, Ground ground, Officer by) {
        return published(id).then(item -> sides.of(item, by).then(side -> suspend(item, ground, by)));
    }

    @Transactional
    public Outcome<CatalogueItem> resume(String id, Ground ground, Officer by) {
        return published(id).then(item -> sides.of(item, by).then(side -> resume(item, ground, side, by)));
    }

    private Outcome<CatalogueItem> suspend(CatalogueItem item, Ground ground, Officer by) {
        if (item.suspended() != null) {
            return Outcome.refused(wrongState(item, "已暂停", "suspended", "再次暂停", "be suspended again"));
        }
        db.sql("UPDATE catalogue_item SET suspended_since = ?, suspended_by = ?, suspension_reason = ? WHERE id = ?")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.id(),
                        ground.reason,
                        item.id().value())
                .update();
        return Outcome.done(recorded(item, "item-suspended", ground, by));
    }

    private Outcome<CatalogueItem> resume(CatalogueItem item, Ground ground, Side side, Officer by) {
        if (item.suspended() == null) {
            return Outcome.refused(wrongState(item, "未被暂停", "not suspended", "恢复", "be resumed"));
        }
        if (side != Side.IMPLEMENTING_AGENCY) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.NOT_PERMITTED, Map.of("operation", "恢复目录项", "operation@en", "resume an item")));
        }
        db.sql("""
                UPDATE catalogue_item SET suspended_since = NULL, suspended_by = NULL, suspension_reason = NULL
                 WHERE id = ?
                """).param(item.id().value()).update();
        return Outcome.done(recorded(item, "item-resumed", ground, by));
    }

    private CatalogueItem recorded(CatalogueItem item, String act, Ground ground, Officer by) {
        String id = item.id().value();
        epoch.bump();
        acts.record(new Act(
                act,
                "catalogue-item",
                id,
                by,
                "R072",
                Map.of("reason", ground.reason, "document", ground.document.canonical()),
                List.of(new WrittenRow(StateTable.CATALOGUE_ITEM, id))));
        return store.item(id).orElseThrow();
    }

    private Outcome<CatalogueItem> published(String id) {
        CatalogueItem item = store.locked(List.of(id)).get(id);
        if (item == null) {
            return Outcome.refused(ItemSides.noItem(id));
        }
        return item.published() == null
                ? Outcome.refused(wrongState(item, "尚未公示", "not published", "暂停或恢复", "be suspended or resumed"))
                : Outcome.done(item);
    }

    private static Refusal wrongState(
            CatalogueItem item, String state, String stateEn, String operation, String operationEn) {
        return Refusal.of(
                        ErrorCode.WRONG_STATE,
                        Map.of(
                                "what", "目录项 " + item.id(),
                                "what@en", "Item " + item.id(),
                                "state", state,
                                "state@en", stateEn,
                                "operation", operation,
                                "operation@en", operationEn))
                .under("R072");
    }

    /** Why, and on what paper. */
    record Ground(String reason, Document document) {}
}
