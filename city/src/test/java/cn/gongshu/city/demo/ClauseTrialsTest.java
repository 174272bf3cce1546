package cn.gongshu.city.demo;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.lake.Load;
import cn.gongshu.lake.Loaded;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.query.spi.Row;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Clauses whose rule is spread over the platform, tried through its doors. */
@Timeout(180)
class ClauseTrialsTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final LocalDate PAPER = LocalDate.of(2026, 11, 20);

    @Test
    @Clause("R004")
    void a_collected_item_says_where_it_is_stored() {
        JsonNode storage = item("C07-01").path("storage");
        assertThat(storage.path("table").asString()).isEqualTo("lake.c07_01");
        assertThat(storage.path("rows").asLong()).isPositive();
        assertThat(storage.path("snapshot").asString()).isNotEmpty();
        assertThat(item("C01-01").path("storage").isNull()).as("not bound").isTrue();
    }

    @Test
    @Clause("R012")
    void rows_out_of_their_declared_form_are_refused_and_change_nothing() {
        JsonNode before = item("C05-01").path("storage");
        Outcome<Loaded> outcome = city.server()
                .bean(ItemLoads.class)
                .load(
                        new ItemId("C05-01"),
                        Load.append("bad-" + UUID.randomUUID()),
                        List.of(Row.of("one value where the declaration has many"))
                                .iterator());
        assertThat(outcome instanceof Outcome.Refused<Loaded>(var refusal) ? refusal.code() : null)
                .isEqualTo(ErrorCode.ROW_INVALID);
        assertThat(item("C05-01").path("storage")).isEqualTo(before);
    }

    @Test
    @Clause("R054")
    void a_product_outside_the_list_gets_no_file_and_no_answer() {
        Answer file = city.world()
                .caller()
                .post(
                        "/api/v1/products/P99/legal-gates",
                        city.world().token("operator-xu"),
                        Map.of("licenceNeeded", false, "opinion", "无需许可", "document", Papers.document("意见", PAPER)));
        assertThat(file.code()).isEqualTo("PRODUCT_UNKNOWN");
        assertThat(call("P99").code()).isEqualTo("PRODUCT_UNKNOWN");
    }

    @Test
    @Clause("R084")
    void a_query_that_takes_rows_out_is_refused_at_activation() {
        assertThat(played("query-outside").held()).isTrue();
    }

    @Test
    @Clause("R107")
    void an_answer_names_its_product_its_items_their_snapshots_and_the_chain_it_rests_on() {
        JsonNode entry = JsonMapper.shared()
                .readTree(call("P37").body().path("receipt").path("entry").asString());
        assertThat(entry.path("product").asString()).isEqualTo("P37");
        assertThat(entry.path("items").valueStream().map(JsonNode::asString)).contains("C07-01");
        assertThat(entry.path("snapshots").size()).isPositive();
        assertThat(entry.path("chain").valueStream().map(JsonNode::asString))
                .contains("operating-2026", DeliveryChapter.AGENCY);
    }

    @Test
    @Clause("R128")
    void a_call_repeated_under_its_key_counts_once() {
        assertThat(played("idempotency").held()).isTrue();
    }

    private static Answer call(String product) {
        return Calls.call(
                city.world(),
                DeliveryChapter.AGENCY,
                product,
                Calls.body(city.world(), "employment-support", "steady", Calls.window()));
    }

    private static JsonNode item(String id) {
        return city.world()
                .caller()
                .get("/api/v1/catalogue-items/" + id, city.world().token("bureau-zhou"))
                .body();
    }

    /** A step of the story that needs no more than the played acts. */
    private static Step.Got played(String id) {
        return Story.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow()
                .play()
                .apply(city.world());
    }
}
