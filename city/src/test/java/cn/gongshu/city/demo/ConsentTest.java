package cn.gongshu.city.demo;

import cn.gongshu.regulation.Clause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Consent of data subjects through HTTP: for one recipient and purpose that nobody else in the story has. */
@Timeout(180)
class ConsentTest {

    private static final World world = PlayedCity.shared().world();
    private static final String RECIPIENT = "health";
    private static final int MANY = 500;

    @Test
    @Clause("I01")
    void a_withdrawal_takes_back_every_yes_to_the_same_recipient_and_only_the_subject_says_yes_again() {
        String own = id(give("citizen-unpaid"));
        assertThat(bring("unpaid-by-employer").ok()).isTrue();
        assertThat(withdraw("citizen-unpaid", own).ok()).isTrue();
        assertThat(open("citizen-unpaid")).isZero();
        Answer again = bring("unpaid-by-employer");
        assertThat(again.code() + " " + again.clause()).isEqualTo("CONSENT_WITHDRAWN I01");
        String second = id(give("citizen-unpaid"));
        assertThat(bring("unpaid-by-employer").ok()).isTrue();
        assertThat(open("citizen-unpaid")).isEqualTo(2);
        assertThat(withdraw("citizen-unpaid", second).ok()).isTrue();
    }

    @Test
    @Clause("I01")
    void a_sampled_consent_waits_for_its_subject_and_is_confirmed_once() {
        JsonNode sampled = null;
        for (int i = 0; i < MANY && sampled == null; i++) {
            assertThat(bring("interrupted").ok()).isTrue();
            sampled = toConfirm("citizen-interrupted");
        }
        assertThat(sampled).as("one in twenty is sampled").isNotNull();
        String path = "/api/v1/consents/" + sampled.path("id").asString() + "/confirmation";
        assertThat(post(path, "citizen-steady", Map.of()).status()).isEqualTo(404);
        assertThat(post(path, "citizen-interrupted", Map.of()).status()).isEqualTo(201);
        assertThat(post(path, "citizen-interrupted", Map.of()).status()).isEqualTo(404);
        assertThat(toConfirm("citizen-interrupted")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a recipient that is nobody, recipient, nobody, 403, NOT_PERMITTED",
        "a purpose the city does not know, purpose, foo, 400, FIELD_INVALID",
        "a text the city never had, textVersion, 1999, 400, FIELD_INVALID",
        "a proof that is no hash, proofHash, aaaa, 400, FIELD_INVALID",
        "a last day that is over, lastDay, 2020-01-01, 422, TERM_INVALID",
        "a last day too far, lastDay, 2199-01-01, 400, FIELD_INVALID",
    })
    void what_a_recipient_may_not_bring_is_refused_by_name(
            String what, String field, String value, int status, String code) {
        Map<String, Object> body = brought("steady");
        body.put(field, value);
        Answer refused = post("/api/v1/consents", "health-luo", body);
        assertThat(refused.status() + " " + refused.code()).as(what).isEqualTo(status + " " + code);
    }

    @Test
    void a_subject_does_not_consent_for_a_recipient_there_is_not() {
        Map<String, Object> body = terms();
        body.put("recipient", "nobody");
        Answer refused = post("/api/v1/consents", "citizen-steady", body);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 FIELD_INVALID");
    }

    private static Answer give(String user) {
        return post("/api/v1/consents", user, terms());
    }

    private static Answer bring(String subject) {
        return post("/api/v1/consents", "health-luo", brought(subject));
    }

    private static Map<String, Object> brought(String subject) {
        Map<String, Object> body = terms();
        body.put("subject", world.subjects().named(subject));
        body.put("proofHash", Papers.sha256("paper of " + subject));
        return body;
    }

    private static Map<String, Object> terms() {
        return new HashMap<>(Map.of(
                "purpose",
                "employment-support",
                "recipient",
                RECIPIENT,
                "textVersion",
                LuanLinks.CONSENT_TEXT,
                "lastDay",
                world.legalDate().plusMonths(1).toString()));
    }

    private static Answer withdraw(String user, String consent) {
        return post("/api/v1/consents/" + consent + "/withdrawal", user, Map.of());
    }

    private static long open(String user) {
        return own(user)
                .valueStream()
                .filter(consent -> consent.path("recipient").asString().equals(RECIPIENT))
                .filter(consent -> consent.path("withdrawnAt").isNull())
                .count();
    }

    private static @Nullable JsonNode toConfirm(String user) {
        return own(user)
                .valueStream()
                .filter(consent -> consent.path("toConfirm").asBoolean())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode own(String user) {
        return world.caller().get("/api/v1/consents", world.token(user)).body();
    }

    private static Answer post(String path, String user, Object body) {
        return world.caller().post(path, world.token(user), body);
    }

    private static String id(Answer made) {
        assertThat(made.ok()).as(made.inWords()).isTrue();
        return made.body().path("id").asString();
    }
}
