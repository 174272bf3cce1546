package cn.gongshu.city;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.platform.access.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTest {

    private static final String OFFICER = """
            {"user":"%s","display":"某某","organisation":"keepers","roles":["%s"],"password":"%s",
             "grant":{"purpose":"测试","from":"%s","lastDay":"%s"}}""";

    private static RunningCity city;
    private static String administrator;

    @BeforeAll
    static void setUp() {
        city = RunningCity.start();
        String code = city.server().bean(Accounts.class).newSetupCode().orElseThrow();
        String body = """
                {"code":"%s","organisation":{"id":"keepers","name":"系统运维","nameEn":"Keepers"},"administrator":%s}""".formatted(code, officer("first", "SYSTEM_ADMINISTRATOR", inDays(0), inDays(300)));
        assertThat(city.postJson("/api/v1/setup", body).statusCode()).isEqualTo(201);
        assertThat(city.postJson("/api/v1/setup", body).body())
                .as("the code works once")
                .contains("SETUP_CODE_WRONG", "--new-setup-code");
        administrator = token("first");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void an_administrator_makes_an_officer_who_then_signs_in_and_out() {
        assertThat(make("clerk", "PROVIDER", inDays(300)).statusCode()).isEqualTo(201);
        String token = token("clerk");
        assertThat(city.get("/api/v1/session", token).body()).contains("\"clerk\"", "PROVIDER");
    }

    @Test
    void a_grant_that_has_lapsed_opens_nothing() {
        make("lapsed", "SYSTEM_ADMINISTRATOR", "2020-06-01", "2021-01-01");
        HttpResponse<String> refused = city.get("/api/v1/officers", token("lapsed"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("GRANT_LAPSED", "R087", "2021-01-01");
    }

    @Test
    void a_grant_longer_than_the_city_allows_is_refused_and_leaves_no_account() {
        String late = inDays(365);
        HttpResponse<String> refused = make("eternal", "PROVIDER", late);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("GRANT_TOO_LONG", "R087", "365");
        assertThat(city.get("/api/v1/officers", administrator).body()).doesNotContain("eternal");
    }

    @Test
    void the_first_administrator_belongs_to_the_first_organisation_and_a_mistake_leaves_the_code_good() {
        try (RunningCity fresh = RunningCity.start()) {
            String code = fresh.server().bean(Accounts.class).newSetupCode().orElseThrow();
            String body = """
                    {"code":"%s","organisation":{"id":"%s","name":"系统运维","nameEn":"Keepers"},"administrator":%s}""";
            String officer = officer("first", "SYSTEM_ADMINISTRATOR", inDays(0), inDays(300));
            HttpResponse<String> refused = fresh.postJson("/api/v1/setup", body.formatted(code, "others", officer));
            assertThat(refused.body()).contains("FIELD_INVALID", "administrator.organisation");
            HttpResponse<String> tooLong = fresh.postJson(
                    "/api/v1/setup", body.formatted(code, "keepers", officer.replace(inDays(300), "2999-12-31")));
            assertThat(tooLong.body()).contains("GRANT_TOO_LONG");
            assertThat(fresh.postJson("/api/v1/setup", body.formatted(code, "keepers", officer))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void the_wrong_role_is_refused_by_name_in_the_language_asked_for() {
        make("consumer", "CONSUMER", inDays(300));
        HttpResponse<String> refused = city.post(
                "/api/v1/officers",
                "{}",
                Map.of(
                        "Content-Type", "application/json",
                        "Authorization", "Bearer " + token("consumer"),
                        "Accept-Language", "en"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("Your role may not administer accounts", "\"clause\":\"R087\"", "traceId");
    }

    @Test
    void five_wrong_passwords_pause_the_account_and_a_right_one_does_not_help() {
        make("careless", "PROVIDER", inDays(300));
        for (int i = 0; i < 4; i++) {
            assertThat(signIn("careless", "wrong-wrong").body()).contains("SIGN_IN_FAILED");
        }
        assertThat(signIn("careless", "wrong-wrong").body()).contains("SIGN_IN_PAUSED", "I08");
        assertThat(signIn("careless", "a-password").statusCode()).isEqualTo(429);
    }

    @Test
    void an_unknown_user_and_a_wrong_password_get_the_same_answer() {
        make("known", "PROVIDER", inDays(300));
        assertThat(withoutTrace(signIn("unknown", "wrong-wrong")))
                .isEqualTo(withoutTrace(signIn("known", "wrong-wrong")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no body at all             | application/json | ``                                | 400 | MALFORMED",
                "not JSON                   | application/json | {\"user\":                        | 400 | MALFORMED",
                "an unknown field           | application/json | {\"user\":\"a\",\"roles\":[]}     | 400 | MALFORMED",
                "no password                | application/json | {\"user\":\"a\"}                  | 400 | FIELD_MISSING",
                "another content type       | text/plain       | user=a                            | 415 | CONTENT_TYPE",
                "a user name of 65 letters  | application/json | {\"user\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"password\":\"x\"} | 400 | FIELD_INVALID",
            })
    void bad_input_at_sign_in_gets_a_clear_answer(
            String what, String contentType, String body, int status, String code) {
        HttpResponse<String> refused = city.post("/api/v1/session", body, Map.of("Content-Type", contentType));
        assertThat(refused.statusCode()).as(what).isEqualTo(status);
        assertThat(refused.body()).contains("\"code\":\"" + code + "\"", "\"fix\":", "\"traceId\":");
        assertThat(refused.body()).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void a_body_over_the_limit_is_not_read() {
        HttpResponse<String> refused = city.postJson("/api/v1/session", "x".repeat((1 << 20) + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void a_term_that_ends_before_it_starts_is_refused_and_leaves_no_account() {
        HttpResponse<String> refused = make("backwards", "PROVIDER", "2019-12-31");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("TERM_INVALID");
        assertThat(city.get("/api/v1/officers", administrator).body()).doesNotContain("backwards");
    }

    private static HttpResponse<String> make(String user, String role, String lastDay) {
        return make(user, role, inDays(0), lastDay);
    }

    private static HttpResponse<String> make(String user, String role, String from, String lastDay) {
        return city.post(
                "/api/v1/officers",
                officer(user, role, from, lastDay),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + administrator));
    }

    private static String officer(String user, String role, String from, String lastDay) {
        return OFFICER.formatted(user, role, "a-password", from, lastDay);
    }

    /** The server follows the real clock, and a grant lasts at most a year. */
    private static String inDays(int days) {
        return LocalDate.now(LegalDate.ZONE).plusDays(days).toString();
    }

    private static HttpResponse<String> signIn(String user, String password) {
        return city.postJson("/api/v1/session", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }

    private static String token(String user) {
        String body = signIn(user, "a-password").body();
        return body.replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String withoutTrace(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("\"traceId\":\"[^\"]+\"", "");
    }
}
