package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.Level;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.catalogue.LevelChange.Asked;
import cn.gongshu.platform.catalogue.LevelChange.By;
import cn.gongshu.platform.catalogue.LevelChange.Kind;
import cn.gongshu.platform.catalogue.LevelChange.State;
import cn.gongshu.regulation.LevelRules.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of every level an item had, has or was asked to have. Callers hold the item's lock. */
@Component
class LevelHistory {

    private static final String CHANGES = """
            SELECT item, n, kind, from_level, to_level, reason, document, state, side, asked_organisation, asked_by,
                   asked_at, confirmed_organisation, confirmed_by, confirmed_at
              FROM level_change
            """;

    private final JdbcClient db;
    private final Clock clock;

    LevelHistory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** All changes of all items, by item, oldest first. */
    Map<String, List<LevelChange>> all() {
        Map<String, List<LevelChange>> all = new HashMap<>();
        db.sql(CHANGES + " ORDER BY item, n").query(row -> {
            all.computeIfAbsent(row.getString("item"), _ -> new ArrayList<>()).add(change(row));
        });
        return all;
    }

    List<LevelChange> of(String item) {
        return db.sql(CHANGES + " WHERE item = ? ORDER BY n")
                .param(item)
                .query((row, number) -> change(row))
                .list();
    }

    Optional<LevelChange> find(String item, int n) {
        return db.sql(CHANGES + " WHERE item = ? AND n = ?")
                .params(item, n)
                .query((row, number) -> change(row))
                .optional();
    }

    /** The level that declared columns give; its reason is the clause that the strictest wins. */
    List<WrittenRow> graded(String item, @Nullable Level from, Level to, Officer by) {
        Asked asked = new Asked(to, "I05", null);
        List<WrittenRow> rows = new ArrayList<>(overtake(item));
        rows.add(insert(item, Kind.GRADED, from, asked, State.IN_FORCE, Side.IMPLEMENTING_AGENCY, by));
        return rows;
    }

    List<WrittenRow> raised(String item, @Nullable Level from, Asked asked, Side side, Officer by) {
        List<WrittenRow> rows = new ArrayList<>(overtake(item));
        rows.add(insert(item, Kind.RAISED, from, asked, State.IN_FORCE, side, by));
        return rows;
    }

    List<WrittenRow> pending(String item, @Nullable Level from, Asked asked, Side side, Officer by) {
        return List.of(insert(item, Kind.LOWERED, from, asked, State.PENDING, side, by));
    }

    List<WrittenRow> confirmed(String item, int n, Officer by) {
        db.sql("""
                UPDATE level_change SET state = 'IN_FORCE', confirmed_organisation = ?, confirmed_by = ?,
                       confirmed_at = ? WHERE item = ? AND n = ?
                """).params(by.organisation().value(), by.id(), now(), item, n).update();
        List<WrittenRow> rows = new ArrayList<>(overtake(item));
        rows.add(row(item, n));
        return rows;
    }

    /** A change that takes effect leaves nothing to confirm of what was asked before it. */
    private List<WrittenRow> overtake(String item) {
        return db.sql("""
                UPDATE level_change SET state = 'OVERTAKEN' WHERE item = ? AND state = 'PENDING' RETURNING n
                """).param(item).query(Integer.class).list().stream()
                .map(n -> row(item, n))
                .toList();
    }

    private WrittenRow insert(
            String item, Kind kind, @Nullable Level from, Asked asked, State state, Side side, Officer by) {
        int n = 1
                + db.sql("SELECT count(*) FROM level_change WHERE item = ?")
                        .param(item)
                        .query(Integer.class)
                        .single();
        db.sql("""
                INSERT INTO level_change (id, item, n, kind, from_level, to_level, reason, document, state, side,
                                          asked_organisation, asked_by, asked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        item + "." + n,
                        item,
                        n,
                        kind.name(),
                        from == null ? null : from.name(),
                        asked.level().name(),
                        asked.reason(),
                        asked.document() == null
                                ? null
                                : CanonicalJson.text(asked.document().canonical()),
                        state.name(),
                        side.name(),
                        by.organisation().value(),
                        by.id(),
                        now()))
                .update();
        return row(item, n);
    }

    private static WrittenRow row(String item, int n) {
        return new WrittenRow(StateTable.LEVEL_CHANGE, item + "." + n);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LevelChange change(ResultSet row) throws SQLException {
        String document = row.getString("document");
        return new LevelChange(
                row.getInt("n"),
                Kind.valueOf(row.getString("kind")),
                CatalogueStore.level(row, "from_level"),
                Level.valueOf(row.getString("to_level")),
                row.getString("reason"),
                document == null ? null : CanonicalRecord.read(document, Document.class),
                State.valueOf(row.getString("state")),
                Side.valueOf(row.getString("side")),
                new By(row.getString("asked_organisation"), row.getString("asked_by"), at(row, "asked_at")),
                row.getString("confirmed_by") == null
                        ? null
                        : new By(
                                row.getString("confirmed_organisation"),
                                row.getString("confirmed_by"),
                                at(row, "confirmed_at")));
    }

    private static java.time.Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
