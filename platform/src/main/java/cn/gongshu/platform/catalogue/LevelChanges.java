package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.catalogue.LevelChange.Asked;
import cn.gongshu.regulation.LevelRules;
import cn.gongshu.regulation.LevelRules.Change;
import cn.gongshu.regulation.LevelRules.Effect;
import cn.gongshu.regulation.LevelRules.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of an item's level (R072a): up at once by either side; down, or back after a mistake, by both. */
@Service
class LevelChanges {

    private final JdbcClient db;
    private final CatalogueStore store;
    private final LevelHistory history;
    private final ItemSides sides;
    private final Acts acts;
    private final Epoch epoch;

    LevelChanges(JdbcClient db, CatalogueStore store, LevelHistory history, ItemSides sides, Acts acts, Epoch epoch) {
        this.db = db;
        this.store = store;
        this.history = history;
        this.sides = sides;
        this.acts = acts;
        this.epoch = epoch;
    }

    /** Asks for a level; the change, in force or waiting. */
    @Transactional
    public Outcome<LevelChange> ask(String id, Asked asked, Officer by) {
        return graded(id).then(item -> sides.of(item, by).then(side -> ask(item, asked, side, by)));
    }

    private Outcome<LevelChange> ask(CatalogueItem item, Asked asked, Side side, Officer by) {
        Level from = current(item);
        if (asked.level() == from) {
            return Outcome.refused(already(item));
        }
        Change change = new Change(item.id(), from, asked.level(), side, asked.document() != null);
        return notBelowColumns(item, asked.level())
                .then(level -> LevelRules.ask(change))
                .map(effect -> write(item, asked, side, effect, by));
    }

    private LevelChange write(CatalogueItem item, Asked asked, Side side, Effect effect, Officer by) {
        String id = item.id().value();
        switch (effect) {
            case AT_ONCE -> {
                List<WrittenRow> rows = history.raised(id, item.level(), asked, side, by);
                takesEffect(id, "level-raised", asked.level(), rows, by);
            }
            case WAITS_FOR_OTHER_SIDE -> {
                List<WrittenRow> rows = history.pending(id, item.level(), asked, side, by);
                record(id, "level-lowering-asked", asked.level(), rows, by);
            }
        }
        return history.of(id).getLast();
    }

    /** The other side's yes to change {@code n}. */
    @Transactional
    public Outcome<LevelChange> confirm(String id, int n, Officer by) {
        return graded(id).then(item -> {
            Optional<LevelChange> change = history.find(id, n);
            if (change.isEmpty()) {
                return Outcome.refused(LevelChange.notFound(id, n));
            }
            return sides.of(item, by).then(side -> confirm(item, change.get(), side, by));
        });
    }

    private Outcome<LevelChange> confirm(CatalogueItem item, LevelChange change, Side side, Officer by) {
        String id = item.id().value();
        if (change.state() != LevelChange.State.PENDING) {
            return Outcome.refused(change.notPending(id));
        }
        if (change.asked().organisation().equals(by.organisation().value())) {
            return Outcome.refused(ownChange());
        }
        Change asked = new Change(item.id(), current(item), change.to(), change.side(), change.document() != null);
        return notBelowColumns(item, change.to())
                .then(level -> LevelRules.confirm(asked, side))
                .map(level -> {
                    takesEffect(id, "level-lowered", level, history.confirmed(id, change.n(), by), by);
                    return history.find(id, change.n()).orElseThrow();
                });
    }

    private void takesEffect(String id, String act, Level level, List<WrittenRow> changes, Officer by) {
        db.sql("UPDATE catalogue_item SET level = ? WHERE id = ?")
                .params(level.name(), id)
                .update();
        List<WrittenRow> rows = new ArrayList<>(changes);
        rows.add(new WrittenRow(StateTable.CATALOGUE_ITEM, id));
        epoch.bump();
        record(id, act, level, rows, by);
    }

    private void record(String id, String act, Level level, List<WrittenRow> rows, Officer by) {
        acts.record(new Act(act, "catalogue-item", id, by, "R072a", Map.of("level", level.name()), rows));
    }

    /** The item, locked; refused when there is none or it has no level yet. */
    private Outcome<CatalogueItem> graded(String id) {
        CatalogueItem item = store.locked(List.of(id)).get(id);
        if (item == null) {
            return Outcome.refused(ItemSides.noItem(id));
        }
        return item.level() == null ? Outcome.refused(ungraded(item)) : Outcome.done(item);
    }

    private static Level current(CatalogueItem item) {
        Level level = item.level();
        return level == null ? Level.CORE : level;
    }

    /** An item is never below the strictest of its columns, as declared now or as published (I05). */
    private Outcome<Level> notBelowColumns(CatalogueItem item, Level level) {
        Level declared = item.declaration().strictestColumn();
        Level published = publishedStrictest(item);
        Level least = Level.L1.strictest(declared == null ? Level.L1 : declared).strictest(published);
        return least.above(level)
                ? Outcome.refused(Refusal.of(
                        ErrorCode.LEVEL_BELOW_COLUMNS,
                        Map.of("item", item.id().value(), "level", level.name(), "least", least.name())))
                : Outcome.done(level);
    }

    private Level publishedStrictest(CatalogueItem item) {
        Declaration published = store.publishedDeclarations().get(item.id().value());
        @Nullable Level strictest = published == null ? null : published.strictestColumn();
        return strictest == null ? Level.L1 : strictest;
    }

    private static Refusal already(CatalogueItem item) {
        return wrongState(item, "已是 " + item.level(), "already " + item.level(), "改为同一级别", "be given the same level");
    }

    private static Refusal ungraded(CatalogueItem item) {
        return wrongState(item, "尚未列出信息项", "without columns", "变更级别", "change its level");
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
                .under("R072a");
    }

    private static Refusal ownChange() {
        return Refusal.of(
                        ErrorCode.NOT_PERMITTED,
                        Map.of(
                                "operation", "确认本单位提出的定级变更",
                                "operation@en", "confirm a level change your own organisation asked for"))
                .under("R072a");
    }
}
