package cn.gongshu.city;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.platform.access.Accounts;
import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTest {

    private static final String OFFICER = """
            {"user":"%s","display":"某某","organisation":"keepers","roles":[%s],"password":"%s"}""";
    private static final String GRANT = """
            {"purpose":"测试","from":"%s","lastDay":"%s"}""";
    private static final String SETUP = """
            {"code":"%s","organisation":{"id":"%s","name":"系统运维","nameEn":"Keepers"},
             "administrator":%s,"securityAdministrator":%s,"grant":%s}""";

    private static RunningCity city;
    private static String administrator;
    private static String granter;

    @BeforeAll
    static void setUp() {
        city = RunningCity.start();
        String code = city.server().bean(Accounts.class).newSetupCode().orElseThrow();
        String body = setup(code, "keepers", inDays(300));
        assertThat(city.postJson("/api/v1/setup", body).statusCode()).isEqualTo(201);
        assertThat(city.postJson("/api/v1/setup", body).body())
                .as("the code works once")
                .contains("SETUP_CODE_WRONG", "--new-setup-code");
        administrator = token("first");
        granter = token("second");
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
    @Clause("R087")
    void a_grant_that_has_lapsed_opens_nothing() {
        make("lapsed", "SYSTEM_ADMINISTRATOR", "2020-06-01", "2021-01-01");
        HttpResponse<String> refused = city.get("/api/v1/officers", token("lapsed"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("GRANT_LAPSED", "R087", "2021-01-01");
    }

    @Test
    void a_grant_longer_than_the_city_allows_is_refused_and_opens_nothing() {
        HttpResponse<String> refused = make("eternal", "PROVIDER", inDays(365));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("GRANT_TOO_LONG", "R087", "365");
        assertThat(city.get("/api/v1/products", token("eternal")).body()).contains("GRANT_MISSING");
    }

    @Test
    @Clause("R087")
    void a_grant_that_has_not_begun_opens_nothing() {
        assertThat(make("early", "PROVIDER", inDays(1), inDays(30)).statusCode())
                .isEqualTo(201);
        HttpResponse<String> refused = city.get("/api/v1/products", token("early"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("GRANT_MISSING", "R087");
    }

    @Test
    @Clause("R087")
    void access_that_is_ended_closes_the_open_session_and_the_next() {
        make("leaver", "PROVIDER", inDays(300));
        String token = token("leaver");
        assertThat(city.get("/api/v1/products", token).statusCode()).isEqualTo(200);
        assertThat(city.delete("/api/v1/officers/leaver/access-grants", granter).statusCode())
                .isEqualTo(204);
        assertThat(city.get("/api/v1/products", token).body()).contains("SESSION_MISSING");
        assertThat(city.get("/api/v1/products", token("leaver")).body()).contains("GRANT_MISSING");
        assertThat(city.delete("/api/v1/officers/leaver/access-grants", granter).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Clause("I08")
    void whoever_makes_accounts_grants_no_access_and_whoever_grants_does_not_grant_to_themselves() {
        HttpResponse<String> bySystem = grant("second", inDays(0), inDays(30), administrator);
        assertThat(bySystem.statusCode()).isEqualTo(403);
        assertThat(bySystem.body()).contains("NOT_PERMITTED");
        assertThat(grant("second", inDays(0), inDays(30), granter).body()).contains("GRANT_TO_ONESELF", "I08");
        assertThat(account("double", "\"AUDIT_ADMINISTRATOR\",\"AGENCY\"").body())
                .contains("ROLES_TOGETHER", "I08");
        assertThat(city.get("/api/v1/officers", administrator).body()).doesNotContain("double");
    }

    @Test
    void a_mistake_at_set_up_is_told_and_leaves_the_code_good() {
        try (RunningCity fresh = RunningCity.start()) {
            String code = fresh.server().bean(Accounts.class).newSetupCode().orElseThrow();
            assertThat(fresh.postJson("/api/v1/setup", setup(code, "others", inDays(300)))
                            .body())
                    .contains("FIELD_INVALID", "administrator.organisation");
            assertThat(fresh.postJson("/api/v1/setup", setup(code, "六安市", inDays(300)))
                            .body())
                    .contains("FIELD_INVALID", "id");
            assertThat(fresh.postJson("/api/v1/setup", setup(code, "keepers", "2999-12-31"))
                            .body())
                    .contains("GRANT_TOO_LONG");
            assertThat(fresh.postJson("/api/v1/setup", setup(code, "keepers", inDays(300)))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_password_longer_than_bcrypt_takes_is_refused_by_name() {
        HttpResponse<String> refused =
                post("/api/v1/officers", OFFICER.formatted("verbose", "\"PROVIDER\"", "长".repeat(25)), administrator);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("FIELD_INVALID", "password", "72");
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
    void five_wrong_passwords_pause_a_name_that_nobody_has_as_well() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn("nobody", "wrong-wrong").body()).contains("SIGN_IN_FAILED");
        }
        assertThat(signIn("nobody", "wrong-wrong").body()).contains("SIGN_IN_PAUSED");
        assertThat(signIn("nobody", "a-password").statusCode()).isEqualTo(429);
    }

    @Test
    void many_wrong_passwords_at_once_pause_the_name_all_the_same() {
        make("hammered", "PROVIDER", inDays(300));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                callers.execute(() -> signIn("hammered", "wrong-wrong"));
            }
        }
        assertThat(signIn("hammered", "a-password").statusCode()).isEqualTo(429);
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
    void a_term_that_ends_before_it_starts_is_refused_and_opens_nothing() {
        HttpResponse<String> refused = make("backwards", "PROVIDER", "2019-12-31");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("TERM_INVALID");
        assertThat(city.get("/api/v1/products", token("backwards")).body()).contains("GRANT_MISSING");
    }

    private static HttpResponse<String> make(String user, String role, String lastDay) {
        return make(user, role, inDays(0), lastDay);
    }

    /** An account by the system administrator, then its access by the security administrator: the latter's answer. */
    private static HttpResponse<String> make(String user, String role, String from, String lastDay) {
        assertThat(account(user, "\"" + role + "\"").statusCode()).isEqualTo(201);
        return grant(user, from, lastDay, granter);
    }

    private static HttpResponse<String> account(String user, String roles) {
        return post("/api/v1/officers", OFFICER.formatted(user, roles, "a-password"), administrator);
    }

    private static HttpResponse<String> grant(String user, String from, String lastDay, String by) {
        return post("/api/v1/officers/" + user + "/access-grants", GRANT.formatted(from, lastDay), by);
    }

    private static HttpResponse<String> post(String path, String body, String token) {
        return city.post(path, body, Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token));
    }

    private static String setup(String code, String organisation, String lastDay) {
        return SETUP.formatted(
                code,
                organisation,
                OFFICER.formatted("first", "\"SYSTEM_ADMINISTRATOR\"", "a-password"),
                OFFICER.formatted("second", "\"SECURITY_ADMINISTRATOR\"", "a-password"),
                GRANT.formatted(inDays(0), lastDay));
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
