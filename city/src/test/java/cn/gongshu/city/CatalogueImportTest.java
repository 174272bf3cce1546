package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import cn.gongshu.city.demo.LuanCatalogue;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

/** Each step builds on the catalogue the one before left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogueImportTest {

    private static final String PATH = "/api/v1/catalogue-imports";

    private static StaffedCity city;

    @BeforeAll
    static void start() {
        city = StaffedCity.start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    @Order(1)
    void an_import_whose_database_connection_is_killed_leaves_nothing_behind() throws Exception {
        Map<String, String> before = rows();
        try (Connection blocker = city.connect();
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            // The last table an import writes: it stops there with everything else written and nothing committed.
            execute(blocker, "LOCK TABLE act_outbox IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Reply> importing =
                    CompletableFuture.supplyAsync(() -> city.post("agency", PATH, LuanCatalogue.importBody()), workers);
            killWhoWaitsFor("act_outbox");
            assertThat(importing.get().status()).isIn(500, 503);
            blocker.rollback();
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    @Clause("R160")
    void annex_one_enters_exactly_and_three_times_is_as_once() {
        Reply first = city.post("agency", PATH, LuanCatalogue.importBody());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("added").asInt()).isEqualTo(102);
        Map<String, String> once = rows();
        for (int i = 0; i < 2; i++) {
            Reply again = city.post("agency", PATH, LuanCatalogue.importBody());
            assertThat(again.body().path("added").asInt()).isZero();
            assertThat(again.body().path("changed").asInt()).isZero();
            assertThat(again.body().path("unchanged").asInt()).isEqualTo(102);
            assertThat(again.body().path("act").isNull()).isTrue();
        }
        assertThat(rows()).isEqualTo(once);
        var summary = city.get("agency", "/api/v1/catalogue-items").body().path("summary");
        assertThat(summary.toString())
                .isEqualTo("{\"units\":25,\"items\":102,\"collected\":70,\"toBeCollected\":32,"
                        + "\"toBeCollectedDistinct\":31,\"published\":0,\"flagged\":14}");
    }

    @Test
    @Order(3)
    void every_row_an_import_writes_is_named_by_its_act() throws SQLException {
        city.everyRowIsWhatItsLatestActLeft();
    }

    @Test
    @Order(4)
    @Clause("R011")
    void defects_are_flagged_and_duplicates_kept() {
        var copy = city.get("provider", "/api/v1/catalogue-items/C12-04").body();
        assertThat(copy.path("duplicateOf").asString()).isEqualTo("C12-03");
        assertThat(copy.path("defects").get(0).path("id").asString()).isEqualTo("Q01");
        assertThat(copy.path("defects").get(0).path("en").asString()).startsWith("Annex 1 row 12");
    }

    @Test
    @Order(5)
    void an_item_says_what_it_lacks_or_what_it_promises() {
        var vague = city.get("consumer", "/api/v1/catalogue-items/C04-04").body();
        assertThat(vague.path("lacks").toString()).contains("COLUMNS", "Q06", "INTERESTS", "QUALITY_PROMISE");
        assertThat(vague.path("level").isNull()).isTrue();
        assertThat(vague.path("interests").isNull()).isTrue();
        assertThat(vague.path("storage").isNull()).as("not bound").isTrue();
        var ready = city.get("consumer", "/api/v1/catalogue-items/C07-01").body();
        assertThat(ready.path("lacks").isEmpty()).isTrue();
        assertThat(ready.path("level").asString()).isEqualTo("L3");
        assertThat(ready.path("interests").path("personalInformation").asBoolean())
                .isTrue();
        assertThat(ready.path("qualityPromise").asString()).startsWith("准确性不低于 99.90%：");
        assertThat(ready.path("providers").toString()).contains("human-resources");
        assertThat(ready.path("levelChanges").get(0).path("kind").asString()).isEqualTo("GRADED");
    }

    @Test
    @Order(6)
    void a_changed_declaration_is_a_new_version_and_a_stricter_column_raises_the_item() {
        long epoch = city.epoch();
        Reply changed = city.post("agency", PATH, Items.withColumns("C04-04", Items.columns("L2", "L4")));
        assertThat(changed.body().path("changed").asInt()).isEqualTo(1);
        var item = city.get("agency", "/api/v1/catalogue-items/C04-04").body();
        assertThat(item.path("version").asInt()).isEqualTo(2);
        assertThat(item.path("versions").size()).isEqualTo(2);
        assertThat(item.path("level").asString()).isEqualTo("L4");
        assertThat(city.epoch()).isGreaterThan(epoch);
    }

    @Test
    @Order(7)
    @Clause("R072a")
    void an_import_may_not_lower_a_column_and_leaving_it_out_does_not_lower_the_item() {
        city.post("agency", PATH, Items.withColumns("C04-04", Items.columns("L2", "L3")))
                .isRefused("LEVEL_LOWERED_BY_IMPORT", "R072a");
        assertThat(city.post("agency", PATH, Items.withColumns("C04-04", Items.columns("L2")))
                        .status())
                .isEqualTo(201);
        assertThat(city.get("agency", "/api/v1/catalogue-items/C04-04")
                        .body()
                        .path("level")
                        .asString())
                .isEqualTo("L4");
    }

    @Test
    @Order(8)
    void a_column_without_a_level_counts_as_the_highest() {
        Map<String, Object> ungraded = Map.of(
                "code", "c1", "name", "列", "nameEn", "column", "type", "TEXT", "control", "PLAIN", "required", true);
        city.post("agency", PATH, Items.withColumns("C02-02", List.of(ungraded)));
        assertThat(city.get("agency", "/api/v1/catalogue-items/C02-02")
                        .body()
                        .path("level")
                        .asString())
                .isEqualTo("CORE");
    }

    @Test
    @Order(9)
    void two_imports_at_once_end_as_one_after_the_other() {
        Map<String, Object> body = Items.withColumns("C03-01", Items.columns("L2"));
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Reply>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(CompletableFuture.supplyAsync(() -> city.post("agency", PATH, body), workers));
            }
            List<Integer> changed = both.stream()
                    .map(each -> each.join().body().path("changed").asInt())
                    .sorted()
                    .toList();
            assertThat(changed).containsExactly(0, 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @Order(10)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no source             | {\"items\":[]}                                        | 400 | FIELD_MISSING | source",
                "no items              | {\"source\":\"s\",\"items\":[]}                        | 400 | FIELD_INVALID | items",
                "a null item           | {\"source\":\"s\",\"items\":[null]}                    | 400 | FIELD_MISSING | items[0]",
                "an unknown field      | {\"source\":\"s\",\"rows\":1}                          | 400 | MALFORMED     | rows",
                "text for a number     | {\"source\":\"s\",\"units\":[{\"no\":\"x\"}]}          | 400 | MALFORMED     | units[0].no",
                "an id with a slash    | {\"source\":\"s\",\"providers\":[{\"id\":\"a/b\"}]}    | 400 | FIELD_INVALID | providers[0].id",
                "no declaration        | {\"source\":\"s\",\"items\":[{\"id\":\"C01-01\",\"unit\":1,\"line\":1}]} | 400 | FIELD_MISSING | items[0].declaration",
                "an unknown state      | {\"source\":\"s\",\"items\":[{\"id\":\"C01-01\",\"unit\":1,\"line\":1,\"declaration\":{\"name\":\"n\",\"collectionState\":\"DONE\"}}]} | 400 | FIELD_INVALID | collectionState",
                "an unknown annex unit | {\"source\":\"s\",\"items\":[{\"id\":\"C99-01\",\"unit\":99,\"line\":1,\"declaration\":{\"name\":\"n\",\"collectionState\":\"COLLECTED\"}}]} | 404 | NOT_FOUND | 99",
                "an unknown provider   | {\"source\":\"s\",\"units\":[{\"no\":1,\"name\":\"u\",\"providers\":[\"nobody\"]}],\"items\":[{\"id\":\"C01-01\",\"unit\":1,\"line\":1,\"declaration\":{\"name\":\"n\",\"collectionState\":\"COLLECTED\"}}]} | 404 | NOT_FOUND | nobody",
                "a line that is taken  | {\"source\":\"s\",\"items\":[{\"id\":\"C01-99\",\"unit\":1,\"line\":1,\"declaration\":{\"name\":\"n\",\"collectionState\":\"COLLECTED\"}}]} | 400 | FIELD_INVALID | C01-01",
            })
    void bad_input_is_refused_by_name_and_leaves_nothing(
            String what, String body, int status, String code, String names) {
        Map<String, String> before = rows();
        Reply refused = city.post("agency", PATH, JsonMapper.shared().readTree(body));
        assertThat(refused.status()).as(what).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.body().path("detail").asString()).contains(names);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(11)
    void an_unknown_item_is_not_found() {
        assertThat(city.get("agency", "/api/v1/catalogue-items/C99-99").status())
                .isEqualTo(404);
        assertThat(city.get("agency", "/api/v1/catalogue-items/'%20OR%20''='").code())
                .isEqualTo("NOT_FOUND");
    }

    /** Counts of every table an import may write, and the hash of all items. */
    private static Map<String, String> rows() {
        Map<String, String> rows = new java.util.TreeMap<>();
        for (String table : List.of(
                "data_provider",
                "annex_unit",
                "catalogue_item",
                "catalogue_item_version",
                "level_change",
                "act_outbox",
                "act_row",
                "mandate_epoch")) {
            rows.put(
                    table,
                    city.db()
                            .sql(
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ';' ORDER BY t::text)), '')"
                                            + " FROM " + table + " t")
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the connection that waits for a lock on the table, as soon as there is one. */
    private static void killWhoWaitsFor(String table) throws Exception {
        String waiting = """
                SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
                 WHERE a.datname = current_database() AND NOT l.granted AND l.relation = '%s'::regclass
                   -- a writer: the thread that seals acts reads the outbox, and is not the import
                   AND l.mode = 'RowExclusiveLock'
                """.formatted(table);
        long deadline = System.nanoTime() + java.util.concurrent.TimeUnit.SECONDS.toNanos(60);
        try (Connection killer = city.connect()) {
            while (System.nanoTime() < deadline) {
                try (Statement statement = killer.createStatement();
                        var killed = statement.executeQuery(waiting)) {
                    if (killed.next()) {
                        return;
                    }
                }
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
        throw new AssertionError("nobody waited for " + table);
    }
}
