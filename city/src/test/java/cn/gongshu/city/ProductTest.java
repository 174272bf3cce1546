package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import cn.gongshu.city.demo.LuanProducts;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.product.ProductFacts;
import cn.gongshu.platform.product.ProductFacts.ProductFact;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.GoLiveRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ProductTest {

    private static final Map<String, Object> DOCUMENT =
            Map.of("title", "意见书", "number", "3号", "date", "2026-11-20", "sha256", "2".repeat(64));

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
    @Clause("R161")
    @Clause("R076")
    void annex_two_enters_exactly_and_three_times_is_as_once() {
        long versions = city.count("product_version");
        for (int i = 0; i < 2; i++) {
            Reply again = city.post("agency", "/api/v1/product-list-imports", LuanProducts.importBody());
            assertThat(again.body().path("unchanged").asInt()).isEqualTo(40);
            assertThat(again.body().path("act").isNull()).isTrue();
        }
        assertThat(city.count("product_version")).isEqualTo(versions).isEqualTo(40);
        assertThat(counted("category")).isEqualTo(Map.of("INDUSTRY", 25, "PUBLIC_GOOD", 15));
    }

    @Test
    @Clause("R162")
    void readiness_follows_from_the_collection_states() {
        assertThat(counted("readiness")).isEqualTo(Map.of("READY", 16, "PARTIAL", 19, "WAITS", 4, "BLOCKED", 1));
        assertThat(product("P20").path("readiness").asString()).isEqualTo("BLOCKED");
        assertThat(product("P20").path("needs").get(0).path("state").asString()).isEqualTo("MISSING");
        assertThat(product("P24").path("readiness").asString()).isEqualTo("WAITS");
    }

    @Test
    void readiness_is_live_and_an_item_names_the_products_that_need_it() {
        StaffedCity own = StaffedCity.start();
        try (own) {
            own.post("agency", "/api/v1/catalogue-imports", cn.gongshu.city.demo.LuanCatalogue.importBody());
            own.post("agency", "/api/v1/product-list-imports", LuanProducts.importBody());
            assertThat(own.get("consumer", "/api/v1/products/P27")
                            .body()
                            .path("readiness")
                            .asString())
                    .isEqualTo("PARTIAL");
            for (JsonNode need :
                    own.get("consumer", "/api/v1/products/P27").body().path("needs")) {
                own.post(
                        "agency",
                        "/api/v1/catalogue-imports",
                        Items.withColumns(need.path("item").asString(), List.of()));
            }
            assertThat(own.get("consumer", "/api/v1/products/P27")
                            .body()
                            .path("readiness")
                            .asString())
                    .isEqualTo("READY");
        }
        assertThat(city.get("consumer", "/api/v1/catalogue-items/C07-02")
                        .body()
                        .path("products")
                        .toString())
                .isEqualTo("[{\"code\":\"P37\",\"name\":\"社保断缴核验\",\"readiness\":\"READY\"}]");
    }

    @Test
    void a_product_on_daily_sources_may_not_be_called_live_and_doubts_are_shown() {
        assertThat(product("P11").path("mayBeCalledRealTime").asBoolean()).isFalse();
        assertThat(product("P11").path("updateFrequency").asString()).isEqualTo("DAILY");
        assertThat(product("P11").path("warnings").toString()).contains("Q07");
        assertThat(product("P31").path("warnings").toString()).contains("Q08");
        assertThat(product("P30").path("warnings").toString()).contains("Q09");
        assertThat(product("P28").path("warnings").toString()).contains("Q10");
        assertThat(product("P04").path("warnings").toString()).contains("Q11", "A legal opinion".substring(2));
    }

    @Test
    @Clause("R074")
    void the_operator_fills_the_file_of_a_product_until_it_may_go_live() {
        ProductCode code = new ProductCode("P04");
        assertThat(product("P04").path("state").asString()).isEqualTo("LISTED");
        assertThat(GoLiveRules.prerequisites(fact(code).prerequisites(code)).toString())
                .contains("REGISTRATION_MISSING");
        long epoch = city.epoch();
        file("P04", "registration-applications", Map.of("registrar", "安徽省公共数据登记平台", "document", DOCUMENT));
        file("P04", "legal-gates", Map.of("licenceNeeded", false, "opinion", "不需要征信许可", "document", DOCUMENT));
        file("P04", "trial-prices", Map.of("fen", 50, "meter", "SERVICE_COUNT", "document", DOCUMENT));
        JsonNode product = product("P04");
        assertThat(product.path("state").asString()).isEqualTo("REGISTRATION_APPLIED");
        assertThat(product.path("price").path("fen").asLong()).isEqualTo(50);
        assertThat(product.path("legalGate").path("licenceNeeded").asBoolean()).isFalse();
        assertThat(product.path("gates").toString())
                .contains("{\"kind\":\"TRIAL_PRICE\",\"needed\":true,\"done\":true");
        assertThat(city.epoch()).isEqualTo(epoch + 3);
        assertThat(GoLiveRules.prerequisites(fact(code).prerequisites(code)).orThrow())
                .isEqualTo(new Money(50));
    }

    @Test
    void a_later_price_counts_and_the_earlier_stays_on_file() {
        file("P05", "trial-prices", Map.of("fen", 50, "meter", "SERVICE_COUNT", "document", DOCUMENT));
        file("P05", "trial-prices", Map.of("fen", 80, "meter", "SERVICE_COUNT", "document", DOCUMENT));
        assertThat(product("P05").path("price").path("fen").asLong()).isEqualTo(80);
        assertThat(city.db()
                        .sql("SELECT count(*) FROM trial_price WHERE product = 'P05'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @Clause("R122")
    void a_public_good_product_is_never_priced() {
        Reply refused = city.post(
                "operator",
                "/api/v1/products/P37/trial-prices",
                Map.of("fen", 1, "meter", "SERVICE_COUNT", "document", DOCUMENT));
        refused.isRefused("PRICE_FOR_FREE", "R122");
        assertThat(product("P37").path("price").isNull()).isTrue();
        assertThat(product("P37").path("gates").toString())
                .contains("{\"kind\":\"TRIAL_PRICE\",\"needed\":false,\"done\":false");
    }

    @Test
    void many_papers_at_once_are_all_filed() {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Reply>> all = IntStream.range(1, 7)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> city.post(
                                    "operator",
                                    "/api/v1/products/P06/trial-prices",
                                    Map.of("fen", i, "meter", "SERVICE_COUNT", "document", DOCUMENT)),
                            workers))
                    .toList();
            assertThat(all).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(201));
        }
        assertThat(city.db()
                        .sql("SELECT max(n) FROM trial_price WHERE product = 'P06'")
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown product    | P99/trial-prices | {\"fen\":1,\"meter\":\"SERVICE_COUNT\",\"document\":DOC} | 404 | PRODUCT_UNKNOWN",
                "no price              | P01/trial-prices | {\"meter\":\"SERVICE_COUNT\",\"document\":DOC}             | 400 | FIELD_MISSING",
                "a price of nothing    | P01/trial-prices | {\"fen\":0,\"meter\":\"SERVICE_COUNT\",\"document\":DOC} | 400 | FIELD_INVALID",
                "a negative price      | P01/trial-prices | {\"fen\":-5,\"meter\":\"SERVICE_COUNT\",\"document\":DOC} | 400 | FIELD_INVALID",
                "a price with a point  | P01/trial-prices | {\"fen\":1.5,\"meter\":\"SERVICE_COUNT\",\"document\":DOC} | 400 | MALFORMED",
                "a price beyond reason | P01/trial-prices | {\"fen\":9999999999,\"meter\":\"SERVICE_COUNT\",\"document\":DOC} | 400 | FIELD_INVALID",
                "an unknown meter      | P01/trial-prices | {\"fen\":1,\"meter\":\"GUESS\",\"document\":DOC}         | 400 | FIELD_INVALID",
                "no paper              | P01/trial-prices | {\"fen\":1,\"meter\":\"SERVICE_COUNT\"}                    | 422 | DOCUMENT_REQUIRED",
                "a short hash          | P01/legal-gates  | {\"licenceNeeded\":true,\"opinion\":\"o\",\"document\":{\"title\":\"t\",\"number\":\"n\",\"date\":\"2026-11-20\",\"sha256\":\"abc\"}} | 400 | FIELD_INVALID",
                "no opinion            | P01/legal-gates  | {\"licenceNeeded\":true,\"document\":DOC}                  | 400 | FIELD_MISSING",
                "no registrar          | P01/registration-applications | {\"document\":DOC}                         | 400 | FIELD_MISSING",
            })
    void bad_input_is_refused_and_files_nothing(String what, String path, String body, int status, String code) {
        long acts = city.count("act_outbox");
        String filled = body.replace("DOC", JsonMapper.shared().writeValueAsString(DOCUMENT));
        Reply refused = city.post(
                "operator", "/api/v1/products/" + path, JsonMapper.shared().readTree(filled));
        assertThat(refused.status()).as(what).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(city.count("act_outbox")).isEqualTo(acts);
    }

    @Test
    void a_list_that_needs_an_unknown_item_is_refused_whole() {
        Map<String, Object> declaration = Map.of(
                "no",
                41,
                "name",
                "新产品",
                "industry",
                "金融服务",
                "category",
                "INDUSTRY",
                "forms",
                List.of("API"),
                "subjects",
                List.of("FIRM"),
                "needs",
                List.of(Map.of("name", "不存在", "item", "C99-99")));
        Map<String, Object> body =
                Map.of("source", "测试", "products", List.of(Map.of("code", "P41", "declaration", declaration)));
        assertThat(city.post("agency", "/api/v1/product-list-imports", body).code())
                .isEqualTo("NOT_FOUND");
        assertThat(city.get("agency", "/api/v1/products/P41").code()).isEqualTo("PRODUCT_UNKNOWN");
    }

    private static void file(String product, String paper, Map<String, Object> body) {
        assertThat(city.post("operator", "/api/v1/products/" + product + "/" + paper, body)
                        .status())
                .isEqualTo(201);
    }

    private static JsonNode product(String code) {
        return city.get("consumer", "/api/v1/products/" + code).body();
    }

    private static ProductFact fact(ProductCode code) {
        return Objects.requireNonNull(
                city.running().server().bean(ProductFacts.class).products().get(code));
    }

    private static Map<String, Integer> counted(String member) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode product : city.get("consumer", "/api/v1/products").body()) {
            counts.merge(product.path(member).asString(), 1, Integer::sum);
        }
        return counts;
    }
}
