package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Level;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.catalogue.CatalogueImport.AnnexUnit;
import cn.gongshu.platform.catalogue.CatalogueImport.DataProvider;
import cn.gongshu.platform.catalogue.CatalogueImport.NewItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes what an import says, and tells which rows it wrote. */
@Component
class CatalogueWriter {

    private static final long IMPORT_LOCK = 0x6361_7461L;

    private final JdbcClient db;
    private final LevelHistory levels;
    private final Clock clock;

    CatalogueWriter(JdbcClient db, LevelHistory levels, Clock clock) {
        this.db = db;
        this.levels = levels;
        this.clock = clock;
    }

    /** Waits until no other import is under way; held until the transaction ends. */
    void oneAtATime() {
        db.sql("SELECT pg_advisory_xact_lock(?)").param(IMPORT_LOCK).query().singleRow();
    }

    List<WrittenRow> write(DataProvider provider) {
        int written = db.sql("""
                INSERT INTO data_provider AS old (id, name, name_en) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
                 WHERE (old.name, old.name_en) <> (excluded.name, excluded.name_en)
                """)
                .params(provider.id(), provider.name(), provider.nameEn())
                .update();
        return written == 0 ? List.of() : List.of(new WrittenRow(StateTable.DATA_PROVIDER, provider.id()));
    }

    List<WrittenRow> write(AnnexUnit unit) {
        int written = db.sql("""
                INSERT INTO annex_unit AS old (no, name, providers) VALUES (?, ?, ?)
                    ON CONFLICT (no) DO UPDATE SET name = excluded.name, providers = excluded.providers
                 WHERE (old.name, old.providers) <> (excluded.name, excluded.providers)
                """)
                .params(unit.no(), unit.name(), unit.providers().toArray(String[]::new))
                .update();
        return written == 0 ? List.of() : List.of(new WrittenRow(StateTable.ANNEX_UNIT, Integer.toString(unit.no())));
    }

    /** Adds the item, or a new version of its declaration; its level may rise by that, never fall. */
    List<WrittenRow> write(NewItem item, @Nullable CatalogueItem old, Officer by) {
        int version = old == null ? 1 : old.version() + 1;
        Level before = old == null ? null : old.level();
        Level level = notLower(before, item.declaration().strictestColumn());
        writeItem(item, version, level);
        List<WrittenRow> rows = new ArrayList<>();
        rows.add(new WrittenRow(StateTable.CATALOGUE_ITEM, item.id()));
        rows.add(writeVersion(item, version));
        if (level != null && level != before) {
            rows.addAll(levels.graded(item.id(), before, level, by));
        }
        return rows;
    }

    private void writeItem(NewItem item, int version, @Nullable Level level) {
        db.sql("""
                INSERT INTO catalogue_item (id, unit, line, version, level) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, line = excluded.line,
                       version = excluded.version, level = excluded.level
                """)
                .params(Arrays.asList(
                        item.id(), item.unit(), item.line(), version, level == null ? null : level.name()))
                .update();
    }

    private WrittenRow writeVersion(NewItem item, int version) {
        String text = CanonicalRecord.text(item.declaration());
        String id = item.id() + "." + version;
        db.sql("""
                INSERT INTO catalogue_item_version (id, item, version, sha256, declaration, declared_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        item.id(),
                        version,
                        CanonicalRecord.sha256(text),
                        text,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new WrittenRow(StateTable.CATALOGUE_ITEM_VERSION, id);
    }

    private static @Nullable Level notLower(@Nullable Level before, @Nullable Level declared) {
        if (before == null || declared == null) {
            return before == null ? declared : before;
        }
        return before.strictest(declared);
    }
}
