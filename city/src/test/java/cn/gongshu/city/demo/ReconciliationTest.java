package cn.gongshu.city.demo;

import cn.gongshu.platform.evidence.Finding;
import cn.gongshu.platform.evidence.Reconciliation;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes a row past the platform is found out, by table and row. */
@Timeout(180)
class ReconciliationTest {

    private static final PlayedCity city = PlayedCity.shared();

    @Test
    @Clause("I11")
    void a_city_nobody_tampered_with_has_no_finding() {
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "quota_count   | mandate = 'operating-2026' | operating-2026 | UPDATE quota_count SET used = used - 1 WHERE mandate = 'operating-2026'",
                "mandate       | id = 'live-p37'            | live-p37       | UPDATE mandate SET contract = replace(contract, '\"floor\":', '\"floor\":1') WHERE id = 'live-p37'",
                "mandate_signature | mandate = 'operating-2026' | operating-2026/bureau | UPDATE mandate_signature SET signature = 'none' WHERE id = 'operating-2026/bureau'",
                "meter_reading | subscription = 'sub-bank-p04' | sub-bank-p04 | UPDATE meter_reading SET charge_fen = charge_fen + 1 WHERE subscription = 'sub-bank-p04'",
            })
    @Clause("I11")
    void a_row_changed_by_sql_is_named(String table, String rows, String key, String change) {
        tampered(table, rows, key, change);
    }

    @Test
    @Clause("I11")
    void a_deleted_use_is_named() {
        long last = city.db()
                .sql("SELECT max(entry_index) FROM use_record WHERE kind = 'use'")
                .query(Long.class)
                .single();
        String row = "entry_index = " + last;
        tampered("use_record", row, "," + last + ",", "DELETE FROM use_record WHERE " + row);
    }

    @Test
    void a_deleted_consent_is_named() {
        String id =
                city.db().sql("SELECT min(id) FROM consent").query(String.class).single();
        tampered("consent", "id = '" + id + "'", id, "DELETE FROM consent WHERE id = '" + id + "'");
    }

    @Test
    void a_consent_that_no_act_gave_is_named() {
        tampered("consent", "id = 'forged'", "forged", """
                INSERT INTO consent (id, subject_kind, subject_id, purpose, recipient, text_version, channel, valid_until,
                                     given_at, given_by)
                SELECT 'forged', subject_kind, subject_id, purpose, recipient, text_version, channel, valid_until,
                       given_at, given_by FROM consent LIMIT 1""");
    }

    /** Changes rows past the platform, looks for the finding and puts the rows back. */
    private static void tampered(String table, String rows, String key, String change) {
        found();
        city.db()
                .sql("CREATE TABLE kept AS SELECT * FROM " + table + " WHERE " + rows)
                .update();
        try {
            assertThat(city.db().sql(change).update()).as("rows changed").isEqualTo(1);
            List<Finding> findings = found();
            assertThat(findings)
                    .anySatisfy(finding -> assertThat(finding.table()).isEqualTo(table));
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.row()).contains(key);
                assertThat(finding.zh()).matches(".*\\p{IsHan}.*");
                assertThat(finding.en()).isNotBlank();
            });
        } finally {
            restore(table, rows);
        }
        assertThat(found()).as("after the row was put back").isEmpty();
    }

    /** In place, since other rows may refer to it. */
    private static void restore(String table, String rows) {
        String columns = city.db()
                .sql("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns "
                        + "WHERE table_schema = 'public' AND table_name = 'kept'")
                .query(String.class)
                .single();
        long kept = city.db().sql("SELECT count(*) FROM kept").query(Long.class).single();
        long left = city.db()
                .sql("SELECT count(*) FROM " + table + " WHERE " + rows)
                .query(Long.class)
                .single();
        if (kept == left) {
            city.db()
                    .sql("UPDATE %s t SET (%s) = (SELECT %s FROM kept k WHERE k.ctid = kk.ctid) FROM kept kk WHERE %s"
                            .formatted(table, columns, columns, matching(table)))
                    .update();
        } else {
            city.db().sql("DELETE FROM " + table + " WHERE " + rows).update();
            city.db().sql("INSERT INTO " + table + " SELECT * FROM kept").update();
        }
        city.db().sql("DROP TABLE kept").update();
    }

    private static String matching(String table) {
        return switch (table) {
            case "quota_count" -> "t.log = kk.log AND t.mandate = kk.mandate";
            case "meter_reading" ->
                "t.log = kk.log AND t.subscription = kk.subscription AND t.legal_date = kk.legal_date";
            default -> "t.id = kk.id";
        };
    }

    private static List<Finding> found() {
        return city.server().bean(Reconciliation.class).run();
    }
}
