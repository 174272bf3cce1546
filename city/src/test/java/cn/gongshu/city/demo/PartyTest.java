package cn.gongshu.city.demo;

import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What a party may do and see: its own, and what the city grants in public. */
@Timeout(180)
class PartyTest {

    private static final World world = PlayedCity.shared().world();

    @Test
    @Clause("R040")
    void nobody_but_the_agency_begins_a_chain() {
        Map<String, Object> scheme = LuanLinks.terms("scheme-2025");
        Map<String, Object> own = new HashMap<>(scheme);
        own.put("id", "partners-own-scheme");
        own.put("grantor", "partner-a");
        own.put("grantee", "partner-a");
        Answer refused = world.caller()
                .post(
                        "/api/v1/transcribed-acts",
                        world.token("partner-he"),
                        Map.of("contract", own, "document", Papers.document("自拟方案", world.legalDate())));
        assertThat(refused.code() + " " + refused.clause()).isEqualTo("NOT_PERMITTED R040");
    }

    @Test
    void a_subscription_is_seen_by_its_parties_and_by_those_who_grant_operate_and_supervise() {
        for (String user : List.of("agency-tang", "bureau-zhou", "operator-xu", "price-feng", "audit-ming")) {
            assertThat(links(user)).as(user).contains("sub-agency-p37", "operating-2026");
            assertThat(contract(user)).as(user).isEqualTo(200);
        }
        for (String user : List.of("bank-jiang", "citizen-steady", "industry-bai", "system-wen")) {
            assertThat(links(user)).as(user).contains("operating-2026").doesNotContain("sub-agency-p37");
            assertThat(contract(user)).as(user).isEqualTo(404);
        }
    }

    @Test
    @Clause("R087")
    void a_key_is_revoked_by_its_own_side_and_opens_nothing_from_then_on() {
        Map<String, Object> body = Map.of(
                "subscription",
                "sub-agency-p37",
                "lastDay",
                world.legalDate().plusDays(5).toString());
        JsonNode issued = world.caller()
                .post("/api/v1/api-keys", world.token("agency-tang"), body)
                .body();
        String id = issued.path("id").asString();
        assertThat(call(issued.path("key").asString()).status()).isEqualTo(200);
        assertThat(revoke(id, "bank-jiang").status()).isEqualTo(404);
        assertThat(revoke(id, "agency-tang").status()).isEqualTo(204);
        assertThat(call(issued.path("key").asString()).code()).isEqualTo("KEY_UNKNOWN");
        assertThat(revoke(id, "agency-tang").status()).isEqualTo(404);
    }

    private static Answer revoke(String id, String user) {
        return world.caller().delete("/api/v1/api-keys/" + id, world.token(user));
    }

    private static Answer call(String key) {
        return world.caller()
                .post(
                        "/open/v1/products/P37",
                        key,
                        Calls.body(world, "employment-support", "steady", Calls.window()),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static List<String> links(String user) {
        return world.caller()
                .get("/api/v1/mandates", world.token(user))
                .body()
                .valueStream()
                .map(link -> link.path("id").asString())
                .toList();
    }

    private static int contract(String user) {
        return world.caller()
                .get("/api/v1/transcribed-acts/sub-agency-p37/contract", world.token(user))
                .status();
    }
}
