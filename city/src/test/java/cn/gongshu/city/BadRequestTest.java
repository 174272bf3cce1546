package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class BadRequestTest {

    private static final HttpClient http = HttpClient.newHttpClient();
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
    void a_text_the_database_cannot_hold_is_refused_by_name() {
        Reply refused = city.post(null, "/api/v1/session", Map.of("user", "a\0b", "password", "whatever-it-is"));
        refused.isRefused("FIELD_INVALID", "");
        assertThat(refused.body().path("detail").asString()).contains("“user”", "不含空字符");
    }

    @Test
    void a_page_that_is_none_is_refused_in_words() {
        for (String page : new String[] {"-1", "abc", "1.5"}) {
            Reply refused = city.get("agency", "/api/v1/entries?page=" + page);
            refused.isRefused("FIELD_INVALID", "");
            assertThat(refused.body().path("detail").asString())
                    .contains("“page”", "整数")
                    .doesNotContain("type");
        }
        assertThat(city.get("agency", "/api/v1/entries?page=0").status()).isEqualTo(200);
    }

    @Test
    void an_address_that_knows_other_methods_says_which() throws Exception {
        for (Map.Entry<String, String> wrong : Map.of(
                        "GET /open/v1/products/P37", "POST",
                        "PUT /api/v1/session", "DELETE, GET, POST",
                        "DELETE /api/v1/officers", "GET, POST")
                .entrySet()) {
            String[] line = wrong.getKey().split(" ", -1);
            HttpResponse<String> refused = send(line[0], line[1], BodyPublishers.noBody());
            assertThat(refused.statusCode()).as(wrong.getKey()).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains(wrong.getValue());
            assertThat(problem(refused).path("code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
        }
    }

    @Test
    void an_address_that_can_be_read_in_two_ways_gets_a_problem_document() throws Exception {
        for (String path : new String[] {"/open/v1/products/../../x", "/api/v1/officers;a=1", "//api/v1/officers"}) {
            HttpResponse<String> refused = send("GET", path, BodyPublishers.noBody());
            assertThat(problem(refused).path("code").asString()).as(path).isEqualTo("MALFORMED");
            assertThat(refused.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_body_too_large_for_the_product_door_names_the_doors_own_limit() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        for (BodyPublisher body : new BodyPublisher[] {BodyPublishers.ofByteArray(large), chunked}) {
            HttpResponse<String> refused = send("POST", "/open/v1/products/P37", body);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(problem(refused).path("detail").asString()).contains("16384");
        }
    }

    @Test
    void a_name_that_is_taken_says_to_choose_another() {
        Map<String, Object> organisation = Map.of("id", "bureau", "name", "又一个", "nameEn", "another");
        Reply refused = city.post("system_administrator", "/api/v1/organisations", organisation);
        refused.isRefused("WRONG_STATE", "R058");
        assertThat(refused.body().path("fix").asString()).isEqualTo("请换一个");
    }

    private static HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + city.running().server().port() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return JsonMapper.shared().readTree(response.body());
    }
}
