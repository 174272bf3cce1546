package cn.gongshu.city.demo;

import cn.gongshu.platform.evidence.Finding;
import cn.gongshu.platform.evidence.Projections;
import cn.gongshu.platform.evidence.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import javax.sql.DataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever owns the database may change every table of it together; reconciliation still names what was done. */
@Timeout(300)
class DatabaseOwnerTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final List<String> TABLES = List.of(
            "organisation",
            "officer",
            "mandate",
            "mandate_status",
            "mandate_signature",
            "act_outbox",
            "act_row",
            "act_seal");

    /** Makes the index say of a row what the row is now. */
    private static final String AGREES = """
            UPDATE act_row SET row_hash = (SELECT encode(sha256(convert_to(
                       jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')), 'hex') FROM %1$s t WHERE t.id::text = '%2$s')
             WHERE table_name = '%1$s' AND row_key = '%2$s'
            """;

    private static final String REFERENCES_AT_THE_END = """
            DO $$
            DECLARE c record;
            BEGIN
                FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'f'
                             AND connamespace = 'public'::regnamespace AND NOT condeferred LOOP
                    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', c.t, c.conname);
                END LOOP;
            END $$
            """;

    @Test
    void a_contract_changed_with_its_hash_and_its_index_is_named_and_so_is_each_signature_under_it() {
        assertThat(attacked(
                        "UPDATE mandate SET contract = replace(contract, '\"floor\":', '\"floor\":1') WHERE id = 'live-p37'",
                        "UPDATE mandate SET contract_hash = encode(sha256(convert_to(contract, 'UTF8')), 'hex') "
                                + "WHERE id = 'live-p37'",
                        AGREES.formatted("mandate", "live-p37")))
                .anySatisfy(named("mandate", "live-p37"))
                .anySatisfy(named("mandate_signature", "live-p37/"))
                .anySatisfy(named("act_row", "mandate/live-p37"));
    }

    @Test
    void a_suspension_deleted_with_its_act_is_named() {
        suspend();
        try {
            String status = one("SELECT max(id)::text FROM mandate_status WHERE state = 'SUSPENDED'");
            String act =
                    one("SELECT act FROM act_row WHERE table_name = 'mandate_status' AND row_key = '" + status + "'");
            assertThat(attacked(
                            "DELETE FROM mandate_status WHERE id = " + status,
                            "DELETE FROM act_row WHERE act = '" + act + "'",
                            "DELETE FROM act_outbox WHERE id = '" + act + "'",
                            "DELETE FROM act_seal WHERE outbox_id = '" + act + "'"))
                    .anySatisfy(named("act_outbox", act))
                    .anySatisfy(named("mandate_status", status))
                    .anySatisfy(named("act_seal", act));
        } finally {
            resume();
        }
    }

    @Test
    void an_act_given_to_another_officer_or_dated_otherwise_is_named() {
        String act = one("SELECT id FROM act_outbox WHERE object_id = 'live-p37' ORDER BY seq LIMIT 1");
        for (String change : List.of(
                "officer = 'somebody'",
                "legal_date = legal_date - 1",
                "clause = 'R000'",
                "organisation = 'bank'",
                "type = 'other'",
                "object_id = 'live-p04'",
                "machine_time = machine_time - interval '1 day'")) {
            assertThat(attacked("UPDATE act_outbox SET " + change + " WHERE id = '" + act + "'"))
                    .as(change)
                    .singleElement()
                    .satisfies(named("act_outbox", act))
                    .satisfies(finding ->
                            assertThat(finding.en()).endsWith(": " + change.substring(0, change.indexOf(' '))));
        }
    }

    @Test
    void a_row_that_no_act_wrote_is_named_though_the_index_says_one_did() {
        String act = one("SELECT id FROM act_outbox WHERE type = 'organisation-entered' ORDER BY seq LIMIT 1");
        assertThat(attacked(
                        "INSERT INTO organisation (id, name, name_en, created_at) VALUES ('forged', '伪', 'Forged', now())",
                        "INSERT INTO act_row SELECT id, seq, 'organisation', 'forged', 'none' FROM act_outbox WHERE id = '"
                                + act + "'",
                        AGREES.formatted("organisation", "forged")))
                .anySatisfy(named("organisation", "forged"))
                .anySatisfy(named("act_row", "organisation/forged"));
    }

    @Test
    void a_role_added_to_an_officer_is_named() {
        String officer = one("SELECT id FROM officer WHERE organisation = 'bank' ORDER BY id LIMIT 1");
        assertThat(attacked(
                        "UPDATE officer SET roles = roles || 'AGENCY'::text WHERE id = '" + officer + "'",
                        AGREES.formatted("officer", officer)))
                .anySatisfy(named("officer", officer))
                .anySatisfy(named("act_row", "officer/" + officer));
    }

    private static org.assertj.core.api.ThrowingConsumer<Finding> named(String table, String row) {
        return finding -> {
            assertThat(finding.table()).isEqualTo(table);
            assertThat(finding.row()).contains(row);
            assertThat(finding.zh()).matches(".*\\p{IsHan}.*");
        };
    }

    /** What is found after the owner of the database did all this; everything is put back. */
    private static List<Finding> attacked(String... statements) {
        assertThat(reconciled()).as("before").isEmpty();
        asOwner(statement -> {
            for (String table : TABLES) {
                statement.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
            }
            for (String change : statements) {
                assertThat(statement.executeUpdate(change)).as(change).isPositive();
            }
        });
        try {
            return reconciled();
        } finally {
            asOwner(statement -> {
                for (String table : TABLES) {
                    statement.execute("DELETE FROM " + table);
                    statement.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT * FROM kept_" + table);
                    statement.execute("DROP TABLE kept_" + table);
                }
            });
            assertThat(reconciled()).as("after it was put back").isEmpty();
        }
    }

    @FunctionalInterface
    private interface Doing {
        void with(Statement statement) throws SQLException;
    }

    /** In one transaction, references checked at its end. */
    private static void asOwner(Doing doing) {
        try (Connection connection = city.server().bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(REFERENCES_AT_THE_END);
            statement.execute("SET LOCAL TIME ZONE 'UTC'");
            doing.with(statement);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw new IllegalStateException("the attack could not be tried", failed);
        }
    }

    private static String one(String sql) {
        return city.db().sql(sql).query(String.class).single();
    }

    private static List<Finding> reconciled() {
        return city.server().bean(Reconciliation.class).run();
    }

    private static void suspend() {
        String bureau = city.world().token("bureau-zhou");
        String link = "/api/v1/mandates/operating-2026";
        String token = city.world()
                .caller()
                .get(link + "/suspension-preview", bureau)
                .body()
                .path("previewToken")
                .asString();
        changed(link + "/suspension", Map.of("previewToken", token, "reason", "核查", "document", paper()));
    }

    private static void resume() {
        changed("/api/v1/mandates/operating-2026/resumption", Map.of("reason", "核查完毕", "document", paper()));
    }

    private static Map<String, Object> paper() {
        return Map.copyOf(Papers.document("决定书", LocalDate.of(2026, 11, 20)));
    }

    /** Done, and sealed. */
    private static void changed(String path, Map<String, Object> body) {
        long seals =
                city.db().sql("SELECT count(*) FROM act_seal").query(Long.class).single();
        assertThat(city.world()
                        .caller()
                        .post(path, city.world().token("bureau-zhou"), body)
                        .ok())
                .isTrue();
        while (city.db().sql("SELECT count(*) FROM act_seal").query(Long.class).single() == seals) {
            city.server().bean(Projections.class).catchUp();
            Thread.onSpinWait();
        }
    }
}
