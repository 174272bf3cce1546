package cn.gongshu.city.demo;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.platform.act.CanonicalRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What does not get past the reading of a call: a clear answer in two languages, nothing recorded, nothing counted. */
@Timeout(180)
class DoorBadInputTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final HttpClient http = HttpClient.newHttpClient();
    private static final String EXPIRED = "gs_expired-key-of-a-test";

    /** A bad call, as what it changes of a good one, and what must come of it. */
    record Bad(String what, Map<String, String> changes, int status, String code, String clause) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> calls() {
        String subject = "{\"kind\":\"PERSON\",\"id\":\"%s\"}";
        String window = "{\"from\":\"2024-01\",\"to\":\"2026-10\"}";
        String good = "{\"purpose\":\"employment-support\",\"subject\":%s,\"parameters\":%s}";
        String person = subject.formatted(id());
        return Stream.of(
                bad("an unknown product", "product", "P99", 404, "PRODUCT_UNKNOWN", "R054"),
                bad(
                        "a wrong check digit",
                        "body",
                        good.formatted(subject.formatted(wrongDigit()), window),
                        400,
                        "SUBJECT_ID_INVALID",
                        "R012"),
                bad(
                        "no purpose",
                        "body",
                        good.formatted(person, window).replace("employment-support", ""),
                        400,
                        "PURPOSE_MISSING",
                        "R049"),
                bad("no subject", "body", good.formatted("null", window), 400, "FIELD_MISSING", ""),
                bad("an unknown key", "Authorization", "Bearer gs_nobody", 401, "KEY_UNKNOWN", "R087"),
                bad("no key", "Authorization", "", 401, "KEY_UNKNOWN", "R087"),
                bad("an expired key", "Authorization", "Bearer " + EXPIRED, 401, "KEY_EXPIRED", "R087"),
                bad("a body over the limit", "body", " ".repeat((16 << 10) + 1), 413, "BODY_TOO_LARGE", ""),
                bad("another content type", "Content-Type", "text/plain", 415, "CONTENT_TYPE", ""),
                bad(
                        "a content type that only begins alike",
                        "Content-Type",
                        "application/json5",
                        415,
                        "CONTENT_TYPE",
                        ""),
                bad("no idempotency key", "Idempotency-Key", "", 400, "FIELD_MISSING", ""),
                bad("an idempotency key with a space", "Idempotency-Key", "a b", 400, "FIELD_INVALID", ""),
                bad(
                        "an unknown parameter",
                        "body",
                        good.formatted(person, window.replace("{", "{\"name\":1,")),
                        400,
                        "FIELD_INVALID",
                        ""),
                bad(
                        "a month that is none",
                        "body",
                        good.formatted(person, window.replace("2024-01", "2024-13")),
                        400,
                        "FIELD_INVALID",
                        ""),
                window("a window that ends before it begins", "2025-02", "2025-01"),
                window("a window of 37 months", "2023-10", "2026-10"),
                window("a window before the law came into force", "2011-06", "2012-01"),
                window("a window in the future", "2029-01", "2030-01"),
                bad(
                        "a subject for a product about nobody in particular",
                        Map.of(
                                "product",
                                "P31",
                                "body",
                                "{\"purpose\":\"public-health\",\"subject\":" + person + "}",
                                "Authorization",
                                "Bearer " + city.key(DeliveryChapter.HEALTH)),
                        400,
                        "FIELD_INVALID",
                        ""),
                bad(
                        "a purpose that is no code",
                        "body",
                        good.formatted(person, window).replace("employment-support", "a\\u0000b"),
                        400,
                        "FIELD_INVALID",
                        ""),
                bad(
                        "an unknown member",
                        "body",
                        good.formatted(person, window).replace("{\"purpose\"", "{\"note\":1,\"purpose\""),
                        400,
                        "FIELD_INVALID",
                        ""),
                bad("parameters that are no object", "body", good.formatted(person, "[]"), 400, "FIELD_INVALID", ""),
                bad("not JSON", "body", "{\"purpose\":", 400, "MALFORMED", ""),
                bad("a list", "body", "[]", 400, "MALFORMED", ""),
                bad(
                        "a member given twice",
                        "body",
                        good.formatted(person, window)
                                .replace("{\"purpose\"", "{\"purpose\":\"credit-assessment\",\"purpose\""),
                        400,
                        "MALFORMED",
                        ""));
    }

    private static Bad window(String what, String from, String to) {
        String body = "{\"purpose\":\"employment-support\",\"subject\":{\"kind\":\"PERSON\",\"id\":\"%s\"},"
                + "\"parameters\":{\"from\":\"%s\",\"to\":\"%s\"}}";
        return bad(what, "body", body.formatted(id(), from, to), 400, "FIELD_INVALID", "");
    }

    private static Bad bad(String what, Map<String, String> changes, int status, String code, String clause) {
        return new Bad(what, changes, status, code, clause);
    }

    private static Bad bad(String what, String part, String value, int status, String code, String clause) {
        return new Bad(what, Map.of(part, value), status, code, clause);
    }

    @BeforeAll
    static void an_expired_key_stands_in_the_register() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(EXPIRED.getBytes(UTF_8));
        city.db().sql("""
                INSERT INTO api_key (id, key_hash, subscription, party, valid_until, issued_by, issued_at)
                SELECT 'k-expired', ?, subscription, party, DATE '2021-01-01', issued_by, issued_at
                  FROM api_key WHERE subscription = ? LIMIT 1""").params(hash, DeliveryChapter.AGENCY).update();
        city.db().sql("UPDATE mandate_epoch SET epoch = epoch + 1").update();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String code = "";
        while (!code.equals("KEY_EXPIRED") && System.nanoTime() < deadline) {
            Map<String, String> changes = Map.of("Authorization", "Bearer " + EXPIRED, "product", "P37");
            code = problem(send(city.world().caller(), changes, "zh"))
                    .path("code")
                    .asString("");
        }
    }

    @AfterAll
    static void the_key_is_taken_away_again() {
        city.db().sql("DELETE FROM api_key WHERE id = 'k-expired'").update();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void a_bad_call_gets_a_clear_answer_at_both_doors_and_is_on_record_only_when_the_law_refused_it(Bad bad)
            throws Exception {
        long before = city.onRecord();
        long used = city.used("operating-2026");
        for (Caller door : city.doors()) {
            HttpResponse<String> zh = send(door, bad.changes, null);
            HttpResponse<String> en = send(door, bad.changes, "en");
            isProblem(bad, zh);
            isProblem(bad, en);
            assertThat(problem(zh).path("detail").asString())
                    .matches("(?s).*\\p{IsHan}.*")
                    .doesNotContain("{");
            assertThat(problem(en).path("detail").asString())
                    .doesNotMatch("(?s).*\\p{IsHan}.*")
                    .doesNotContain("{");
        }
        long recorded = Set.of("PURPOSE_MISSING", "KEY_EXPIRED").contains(bad.code) ? 4 : 0;
        assertThat(city.onRecord()).as("recorded").isEqualTo(before + recorded);
        assertThat(city.used("operating-2026")).as("counted").isEqualTo(used);
    }

    @Test
    void a_product_that_is_not_live_is_refused_on_record_with_its_key_holder_and_nothing_to_guess_by()
            throws Exception {
        String idle = city.db()
                .sql(
                        "SELECT code FROM product WHERE code NOT IN (SELECT product FROM product_activation) ORDER BY code LIMIT 1")
                .query(String.class)
                .single();
        long before = city.onRecord();
        String body = "{\"purpose\":\"employment-support\",\"subject\":{\"kind\":\"PERSON\",\"id\":\"" + id() + "\"}}";
        HttpResponse<String> refused = send(city.doors().getFirst(), Map.of("product", idle, "body", body), null);
        assertThat(problem(refused).path("code").asString("")).isEqualTo("NOT_LIVE");
        assertThat(city.onRecord()).isEqualTo(before + 1);
        EvidenceLog log = city.server().bean(EvidenceLog.class);
        String entry = log.entry(log.size() - 1).orElseThrow().text();
        assertThat(entry)
                .contains("\"code\":\"NOT_LIVE\"", "\"product\":\"" + idle + "\"", "\"subscription\":\"")
                .doesNotContain(CanonicalRecord.sha256(body), id());
    }

    @Test
    void another_method_than_post_is_refused_at_both_doors() throws Exception {
        List<String> refusals = new ArrayList<>();
        for (Caller door : city.doors()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(door.baseUrl() + "/open/v1/products/P37"))
                    .header("Authorization", "Bearer " + city.key(DeliveryChapter.AGENCY))
                    .build();
            HttpResponse<String> refused = http.send(request, BodyHandlers.ofString());
            refusals.add(
                    refused.statusCode() + " " + problem(refused).path("code").asString(""));
        }
        assertThat(refusals).containsExactly("405 METHOD_NOT_ALLOWED", "405 METHOD_NOT_ALLOWED");
    }

    private static void isProblem(Bad bad, HttpResponse<String> response) {
        JsonNode problem = problem(response);
        assertThat(response.statusCode() + " " + problem.path("code").asString("") + " "
                        + problem.path("clause").asString(""))
                .as("%s: %s", response.uri(), response.body())
                .isEqualTo(bad.status + " " + bad.code + " " + bad.clause);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("traceId").asString("")).isNotBlank();
        assertThat(problem.path("fix").asString("")).isNotBlank();
        assertThat(response.body()).doesNotContain(id());
    }

    private static HttpResponse<String> send(
            Caller door, Map<String, String> changes, @org.jspecify.annotations.Nullable String language)
            throws IOException, InterruptedException {
        Map<String, String> call = new HashMap<>();
        call.put("product", "P37");
        call.put("body", "{}");
        call.put("Authorization", "Bearer " + city.key(DeliveryChapter.AGENCY));
        call.put("Content-Type", "application/json; charset=utf-8");
        call.put("Idempotency-Key", "bad-input");
        call.putAll(changes);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(door.baseUrl() + "/open/v1/products/" + call.remove("product")));
        request.POST(BodyPublishers.ofString(String.valueOf(call.remove("body"))));
        if (language != null) {
            call.put("Accept-Language", language);
        }
        call.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String id() {
        return String.valueOf(city.world().subjects().named("steady").get("id"));
    }

    private static String wrongDigit() {
        String id = id();
        return id.substring(0, 17) + (id.endsWith("1") ? "2" : "1");
    }
}
