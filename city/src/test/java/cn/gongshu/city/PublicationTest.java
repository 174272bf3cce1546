package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicationTest {

    private static final String PATH = "/api/v1/publication-batches";

    private static StaffedCity city;

    @BeforeAll
    static void open() {
        city = StaffedCity.luan();
    }

    @AfterAll
    static void reconcile() throws SQLException {
        city.everyRowIsWhatItsLatestActLeft();
    }

    @Test
    void anyone_reads_what_was_published() {
        Reply batches = city.get(null, PATH);
        assertThat(batches.status()).isEqualTo(200);
        assertThat(batches.body().toString()).contains("FIRST", "C07-01", "社保缴纳信息", "sha256");
        var item = city.get("consumer", "/api/v1/catalogue-items/C05-01").body();
        assertThat(item.path("published").path("batch").asString()).isEqualTo("FIRST");
        assertThat(item.path("published").path("date").asString()).isEqualTo("2026-11-20");
        assertThat(item.path("inForce").asBoolean()).isTrue();
    }

    @Test
    @Clause("Q06")
    void an_item_without_columns_is_refused_and_the_complete_ones_beside_it_are_not_published() {
        declare("C01-01");
        long epoch = city.epoch();
        publish("mixed", "C01-01", "C04-04").isRefused("ITEM_LACKS", "Q06");
        assertThat(city.epoch()).isEqualTo(epoch);
        assertThat(item("C01-01").path("published").isNull()).isTrue();
        assertThat(city.get(null, PATH).body().toString()).doesNotContain("mixed");
    }

    @Test
    void the_refusal_says_in_english_what_is_lacking() {
        Reply refused = city.post(
                "agency",
                PATH,
                Map.of("number", "x", "date", "2026-11-20", "items", List.of("C04-04")),
                Map.of("Accept-Language", "en"));
        assertThat(refused.body().path("detail").asString()).startsWith("Item C04-04 still lacks: column list");
    }

    @Test
    @Clause("R002")
    void a_state_secret_is_never_published() {
        assertThat(city.post("agency", "/api/v1/catalogue-imports", Items.complete("C01-02", "STATE_SECRET"))
                        .status())
                .isEqualTo(201);
        publish("secret", "C01-02").isRefused("ITEM_NEVER_AUTHORISED", "R002");
    }

    @Test
    void an_item_about_persons_that_names_no_data_subject_is_not_published() {
        city.post("agency", "/api/v1/catalogue-imports", Items.complete("C01-04", "PERSONAL_INFORMATION"));
        publish("nobody", "C01-04").isRefused("ITEM_LACKS", "R002");
    }

    @Test
    void an_item_whose_join_leads_nowhere_is_not_published() {
        Map<String, Object> joined = Items.complete("C01-05", "TRADE_SECRET");
        Items.declaration(joined).put("joins", List.of(Map.of("column", "c1", "toItem", "C99-99", "toColumn", "c1")));
        assertThat(city.post("agency", "/api/v1/catalogue-imports", joined).status())
                .isEqualTo(201);
        publish("nowhere", "C01-05").isRefused("FIELD_INVALID", "R072");
    }

    @Test
    void core_data_is_never_published() {
        declare("C01-03");
        city.post("agency", "/api/v1/catalogue-items/C01-03/level-changes", Map.of("level", "CORE", "reason", "核心"));
        publish("core", "C01-03").isRefused("ITEM_NEVER_AUTHORISED", "I06");
    }

    @Test
    void the_same_batch_or_the_same_item_is_not_published_twice() {
        declare("C03-01");
        publish("twice", "C07-01").isRefused("WRONG_STATE", "R072");
        publish("FIRST", "C03-01").isRefused("WRONG_STATE", "R072");
        assertThat(item("C03-01").path("published").isNull()).isTrue();
    }

    @Test
    void a_changed_declaration_leaves_the_published_one_in_force_until_a_later_batch() {
        declare("C03-02");
        assertThat(publish("second", "C03-02").status()).isEqualTo(201);
        city.post("agency", "/api/v1/catalogue-imports", Items.complete("C03-02", "TRADE_SECRET"));
        assertThat(item("C03-02").path("version").asInt()).isEqualTo(3);
        assertThat(item("C03-02").path("published").path("version").asInt()).isEqualTo(2);
        assertThat(publish("third", "C03-02").status()).isEqualTo(201);
        assertThat(item("C03-02").path("published").path("version").asInt()).isEqualTo(3);
        assertThat(item("C03-02").path("published").path("batch").asString()).isEqualTo("third");
    }

    @Test
    void two_officers_at_once_publish_a_batch_once() {
        declare("C03-03");
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Reply>> all = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> publish("race", "C03-03"), workers))
                    .toList();
            List<Integer> statuses =
                    all.stream().map(each -> each.join().status()).sorted().toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
        }
        assertThat(city.db()
                        .sql("SELECT count(*) FROM act_outbox WHERE object_id = 'race'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_society_has_seen_cannot_be_rewritten_even_in_the_database() {
        assertThatThrownBy(() -> city.db()
                        .sql("UPDATE publication_batch SET items = '[]' WHERE number = 'FIRST'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> city.db()
                        .sql("DELETE FROM catalogue_item_version WHERE item = 'C07-01'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void bad_input_is_refused_by_name() {
        assertThat(city.post("agency", PATH, Map.of("number", "n", "date", "2026-11-20", "items", List.of()))
                        .code())
                .isEqualTo("FIELD_INVALID");
        assertThat(publish("n", "C07-01", "C07-01").code()).isEqualTo("FIELD_INVALID");
        assertThat(publish("n", "C99-99").code()).isEqualTo("NOT_FOUND");
        assertThat(publish("a/b", "C07-01").code()).isEqualTo("FIELD_INVALID");
        assertThat(city.post("agency", PATH, Map.of("number", "n", "date", "2999-01-01", "items", List.of("C01-04")))
                        .code())
                .as("a day that is not yet")
                .isEqualTo("FIELD_INVALID");
        assertThat(city.post("agency", PATH, Map.of("number", "n", "date", "20 Nov", "items", List.of("C01-04")))
                        .code())
                .isEqualTo("FIELD_INVALID");
    }

    private static Reply publish(String number, String... items) {
        return city.post("agency", PATH, Map.of("number", number, "date", "2026-11-20", "items", List.of(items)));
    }

    private static tools.jackson.databind.JsonNode item(String id) {
        return city.get("agency", "/api/v1/catalogue-items/" + id).body();
    }

    private static void declare(String id) {
        assertThat(city.post("agency", "/api/v1/catalogue-imports", Items.complete(id, "PUBLIC_SAFETY"))
                        .status())
                .isEqualTo(201);
    }
}
