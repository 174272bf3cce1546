package cn.gongshu.city.demo;

import cn.gongshu.platform.authorisation.ChainKeeper;
import cn.gongshu.platform.evidence.Reconciliation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

import javax.sql.DataSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator may not put into a product's code, and that nothing changes when it is refused (R075, R082). */
@Timeout(300)
class ActivationTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final int LEAST = 40;

    /** An answer, and what its refusal says. */
    private record Refused(String says, String answer) {}

    @TestFactory
    Stream<DynamicTest> an_answer_that_reaches_beyond_its_row_is_refused_and_the_product_answers_as_before() {
        List<Refused> attacks = attacks();
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(LEAST);
        return attacks.stream().map(attack -> DynamicTest.dynamicTest(attack.answer, () -> refused(attack)));
    }

    private static void refused(Refused attack) {
        String before = state();
        Answer answer = activate("P37", with("answer", attack.answer));
        assertThat(answer.inWords()).isEqualTo("422 QUERY_REFUSED R082");
        assertThat(answer.body().toString()).contains(attack.says);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void the_product_still_answers_after_all_of_them_and_nothing_is_left_behind() {
        for (Refused attack : attacks()) {
            activate("P37", with("answer", attack.answer));
        }
        Answer answer = DeliveryChapter.p37(city.world(), "interrupted");
        assertThat(answer.inWords()).isEqualTo("200");
        assertThat(answer.body().path("data").path("result").asString("")).isEqualTo("INTERRUPTED");
        assertThat(city.db()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'serving' AND tablename LIKE 'P37_%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_shipped_definitions_are_accepted_again_and_two_at_once_end_in_one_state() throws Exception {
        for (String product : List.of("P04", "P31")) {
            assertThat(activate(product, LuanProducts.definition(product)).inWords())
                    .as(product)
                    .isEqualTo("201");
        }
        List<Callable<Answer>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(() -> activate("P37", LuanProducts.definition("P37")));
        }
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<String> made = new ArrayList<>();
            for (var one : two.invokeAll(both)) {
                made.add(one.get().inWords());
            }
            assertThat(made).contains("201").isSubsetOf("201", "409 WRONG_STATE R058");
        }
        assertThat(DeliveryChapter.p37(city.world(), "steady").inWords()).isEqualTo("200");
        assertThat(city.db().sql("""
                                SELECT count(*) FROM serving.pointer p
                                  JOIN product_coverage v ON v.product = p.product AND v.generation = p.generation
                                 WHERE v.definition_hash = (SELECT definition_hash FROM product_activation a
                                                             WHERE a.product = p.product ORDER BY seq DESC LIMIT 1)
                                """).query(Long.class).single()).isEqualTo(2);
        assertThat(city.server().bean(Reconciliation.class).run()).isEmpty();
    }

    @Test
    void an_organisation_that_holds_nothing_of_the_chain_activates_and_refreshes_nothing() {
        String before = state();
        move("bank");
        try {
            assertThat(activate("P37", LuanProducts.definition("P37")).inWords())
                    .isEqualTo("403 NOT_PERMITTED R075");
            assertThat(refresh().inWords()).isEqualTo("403 NOT_PERMITTED R075");
        } finally {
            move("operator");
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_refresh_is_an_act() {
        long before = acts("product-refreshed");
        assertThat(refresh().inWords()).isEqualTo("201");
        assertThat(acts("product-refreshed")).isEqualTo(before + 1);
    }

    @Test
    void a_definition_that_cannot_be_used_closes_its_own_product_and_no_other() {
        String id = "P37-unusable";
        city.db().sql("""
                INSERT INTO product_activation (id, product, definition, definition_hash, activated_by, activated_at)
                SELECT ?, product, replace(definition, 'CASE WHEN s.first_month', '-- CASE WHEN s.first_month'), 'none',
                       activated_by, activated_at FROM product_activation WHERE product = 'P37' ORDER BY seq DESC LIMIT 1
                """).param(id).update();
        try {
            moveEpoch();
            assertThat(DeliveryChapter.p37(city.world(), "steady").inWords()).isEqualTo("403 NOT_LIVE R075");
            assertThat(bank().inWords()).isEqualTo("200");
        } finally {
            city.db()
                    .sql("DELETE FROM product_activation WHERE id = ?")
                    .param(id)
                    .update();
            moveEpoch();
        }
        assertThat(DeliveryChapter.p37(city.world(), "steady").inWords()).isEqualTo("200");
    }

    @Test
    void an_odd_published_item_hides_itself_and_disturbs_no_other() throws Exception {
        try (Connection connection = city.server().bean(DataSource.class).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    INSERT INTO catalogue_item (id, unit, line, version, level, published_version, published_batch)
                    SELECT 'C05-98', unit, 98, 1, level, 1, published_batch FROM catalogue_item WHERE id = 'C05-01'
                    """);
            sql.execute("""
                    INSERT INTO catalogue_item_version (id, item, version, sha256, declaration, declared_at)
                    SELECT 'C05-98/1', 'C05-98', 1, sha256, replace(declaration, '"column":"resident_id"', '"column":"sex"'),
                           declared_at FROM catalogue_item_version WHERE item = 'C05-01' AND version = 1
                    """);
            try {
                assertThat(refresh().inWords()).isEqualTo("201");
                assertThat(Calls.call(city.world(), DeliveryChapter.HEALTH, "P31", Map.of("purpose", "public-health"))
                                .inWords())
                        .isEqualTo("200");
            } finally {
                sql.execute("ALTER TABLE catalogue_item_version DISABLE TRIGGER USER");
                sql.execute("DELETE FROM catalogue_item_version WHERE item = 'C05-98'");
                sql.execute("DELETE FROM catalogue_item WHERE id = 'C05-98'");
                sql.execute("ALTER TABLE catalogue_item_version ENABLE TRIGGER USER");
            }
        }
    }

    private static Answer bank() {
        return Calls.at(
                city.world().caller(),
                city.world(),
                DeliveryChapter.BANK,
                "P04",
                Calls.body(city.world(), "credit-assessment", "firm-growing", Map.of()),
                UUID.randomUUID().toString());
    }

    /** Moves the epoch past the platform and waits until the door has followed. */
    private static void moveEpoch() {
        city.db().sql("UPDATE mandate_epoch SET epoch = epoch + 1").update();
        city.server().bean(ChainKeeper.class).refresh();
    }

    private static void move(String organisation) {
        city.db()
                .sql("UPDATE officer SET organisation = ? WHERE user_name = 'operator-xu'")
                .param(organisation)
                .update();
    }

    private static long acts(String type) {
        return city.db()
                .sql("SELECT count(*) FROM act_outbox WHERE type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    /** Whatever an activation of P37 would change. */
    private static String state() {
        return city.db().sql("""
                        SELECT (SELECT generation FROM serving.pointer WHERE product = 'P37') || '/'
                            || (SELECT count(*) FROM product_activation) || '/' || (SELECT count(*) FROM act_outbox)
                            || '/' || (SELECT epoch FROM mandate_epoch)
                        """).query(String.class).single();
    }

    private static Map<String, Object> with(String member, String text) {
        Map<String, Object> body = new HashMap<>(LuanProducts.definition("P37"));
        body.put(member, text);
        return body;
    }

    private static Answer activate(String product, Map<String, Object> definition) {
        return post("/api/v1/products/" + product + "/activations", definition);
    }

    private static Answer refresh() {
        return post("/api/v1/products/P37/refreshes", Map.of());
    }

    private static Answer post(String path, Map<String, Object> body) {
        return city.world()
                .caller()
                .post(path, city.world().token("operator-xu"), body, Map.of("Accept-Language", "en"));
    }

    private static List<Refused> attacks() {
        try (InputStream in = Objects.requireNonNull(ActivationTest.class.getResourceAsStream("refused-answers.txt"))) {
            List<Refused> attacks = new ArrayList<>();
            String says = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("== ")) {
                    says = line.substring(3);
                } else if (!line.startsWith("# ")) {
                    attacks.add(new Refused(says, line));
                }
            }
            return attacks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
