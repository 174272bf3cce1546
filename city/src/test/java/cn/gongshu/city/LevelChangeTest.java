package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.platform.catalogue.CatalogueFacts;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class LevelChangeTest {

    private static final Map<String, Object> DOCUMENT =
            Map.of("title", "定级更正单", "number", "1号", "date", "2026-11-20", "sha256", "0".repeat(64));

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
    @Clause("R072a")
    void a_mistaken_raise_counts_at_once_and_takes_both_sides_to_correct() {
        long epoch = city.epoch();
        assertThat(raise("provider", "C07-01", "L4").body().path("state").asString())
                .isEqualTo("IN_FORCE");
        assertThat(level("C07-01")).isEqualTo(Level.L4);
        assertThat(city.epoch()).isEqualTo(epoch + 1);

        Reply asked = lower("provider", "C07-01", "L3");
        assertThat(asked.body().path("state").asString()).isEqualTo("PENDING");
        assertThat(level("C07-01")).as("nothing moves until it is confirmed").isEqualTo(Level.L4);
        assertThat(city.epoch()).isEqualTo(epoch + 1);

        String n = asked.body().path("n").asString();
        confirm("provider", "C07-01", n).isRefused("NOT_PERMITTED", "R072a");
        confirm("provider-health", "C07-01", n).isRefused("NOT_PERMITTED", "R072a");
        assertThat(confirm("agency", "C07-01", n).body().path("state").asString())
                .isEqualTo("IN_FORCE");
        assertThat(level("C07-01")).isEqualTo(Level.L3);
        assertThat(city.epoch()).isEqualTo(epoch + 2);
        confirm("agency", "C07-01", n).isRefused("WRONG_STATE", "R058");
    }

    @Test
    void the_agency_may_ask_and_the_provider_confirm() {
        raise("agency", "C13-01", "L4");
        Reply asked = lower("agency", "C13-01", "L3");
        confirm("agency", "C13-01", asked.body().path("n").asString()).isRefused("NOT_PERMITTED", "R072a");
        assertThat(confirm("provider-health", "C13-01", asked.body().path("n").asString())
                        .status())
                .isEqualTo(201);
        assertThat(level("C13-01")).isEqualTo(Level.L3);
    }

    @Test
    void one_organisation_never_stands_on_both_sides() {
        raise("agency", "C07-02", "L4");
        Reply asked = lower("provider", "C07-02", "L3");
        confirm("agency-inside-provider", "C07-02", asked.body().path("n").asString())
                .isRefused("NOT_PERMITTED", "R072a");
        assertThat(level("C07-02")).isEqualTo(Level.L4);
    }

    @Test
    void lowering_without_a_document_is_refused() {
        raise("agency", "C13-04", "IMPORTANT");
        Reply refused = city.post("agency", path("C13-04"), Map.of("level", "L4", "reason", "更正"));
        refused.isRefused("DOCUMENT_REQUIRED", "R072a");
        assertThat(level("C13-04")).isEqualTo(Level.IMPORTANT);
    }

    @Test
    void an_item_is_never_below_its_strictest_column() {
        lower("agency", "C05-01", "L1").isRefused("LEVEL_BELOW_COLUMNS", "I05");
        raise("agency", "C05-01", "L3").isRefused("WRONG_STATE", "R072a");
    }

    @Test
    void a_raise_overtakes_what_waits_to_be_confirmed() {
        raise("agency", "C14-01", "L4");
        Reply asked = lower("agency", "C14-01", "L3");
        raise("agency", "C14-01", "IMPORTANT");
        var changes =
                city.get("agency", "/api/v1/catalogue-items/C14-01").body().path("levelChanges");
        assertThat(changes.get(asked.body().path("n").asInt() - 1).path("state").asString())
                .isEqualTo("OVERTAKEN");
        assertThat(level("C14-01")).isEqualTo(Level.IMPORTANT);
    }

    @Test
    void an_item_that_is_not_graded_or_does_not_exist_is_refused() {
        raise("agency", "C20-01", "L4").isRefused("WRONG_STATE", "R072a");
        assertThat(raise("agency", "C99-01", "L4").code()).isEqualTo("NOT_FOUND");
        assertThat(confirm("agency", "C05-01", "77").code()).isEqualTo("NOT_FOUND");
        assertThat(confirm("agency", "C05-01", "x").code()).isEqualTo("FIELD_INVALID");
        assertThat(city.post("agency", path("C05-01"), Map.of("level", "L9", "reason", "r"))
                        .code())
                .isEqualTo("FIELD_INVALID");
    }

    @Test
    void many_raises_at_once_leave_one_in_force_and_a_history_without_gaps() {
        city.post("agency", "/api/v1/catalogue-imports", Items.withColumns("C06-01", Items.columns("L1")));
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Reply>> all = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> raise("agency", "C06-01", "L2"), workers))
                    .toList();
            assertThat(all.stream()
                            .map(each -> each.join().status())
                            .filter(status -> status == 201)
                            .count())
                    .isEqualTo(1);
        }
        assertThat(city.db()
                        .sql("SELECT max(n) - count(*) FROM level_change WHERE item = 'C06-01'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Reply raise(String user, String item, String level) {
        return city.post(user, path(item), Map.of("level", level, "reason", "从严"));
    }

    private static Reply lower(String user, String item, String level) {
        return city.post(user, path(item), Map.of("level", level, "reason", "误升更正", "document", DOCUMENT));
    }

    private static Reply confirm(String user, String item, String n) {
        return city.post(user, path(item) + "/" + n + "/confirmation", Map.of());
    }

    private static String path(String item) {
        return "/api/v1/catalogue-items/" + item + "/level-changes";
    }

    private static Level level(String item) {
        CatalogueFacts facts = city.running().server().bean(CatalogueFacts.class);
        return Objects.requireNonNull(
                Objects.requireNonNull(facts.itemStates().get(new ItemId(item))).level());
    }
}
