package cn.gongshu.bench.call;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/**
 * The story's chain above P37 once more, made through the platform's API with quotas that a bench does not use up: the
 * story's operating agreement permits 100,000 uses. Quotas stand on the agreement and on the subscription, so that each
 * call takes from two.
 */
final class WideChain {

    static final String SUBSCRIPTION = "bench-p37";
    static final String PURPOSE = "employment-support";

    private static final long QUOTA = 1_000_000_000L;
    private static final String CONSUMER = "agency-tang";
    private static final String STORY_SUBSCRIPTION = "sub-agency-p37";

    /** Who enters and signs for a party, and who confirms. */
    private static final Map<String, List<String>> OFFICERS = Map.of(
            "bureau", List.of("bureau-zhou", "bureau-lin"),
            "operator", List.of("operator-xu", "operator-gu"),
            "partner-a", List.of("partner-he", "partner-song"));

    private static final Map<String, String> DOCUMENT =
            Map.of("title", "基准测试用授权链", "number", "测〔2026〕1号", "date", "2026-03-02", "sha256", "0".repeat(64));

    private final Parties parties;

    WideChain(Parties parties) {
        this.parties = parties;
    }

    /** Makes the chain and gives the API key of its subscription. */
    String key() {
        link("operating-2026", "scheme-2025", true);
        link("partner-a-2026", copyOf("operating-2026"), true);
        link("scenario-p37", copyOf("partner-a-2026"), true);
        link("live-p37", copyOf("scenario-p37"), false);
        JsonNode story = contract(STORY_SUBSCRIPTION);
        String lastDay = story.path("lastDay").asString();
        parties.post(
                CONSUMER,
                "/api/v1/subscriptions",
                Map.of(
                        "id",
                        SUBSCRIPTION,
                        "product",
                        "P37",
                        "purpose",
                        PURPOSE,
                        "from",
                        story.path("from").asString(),
                        "lastDay",
                        lastDay,
                        "quota",
                        QUOTA));
        return parties.post(CONSUMER, "/api/v1/api-keys", Map.of("subscription", SUBSCRIPTION, "lastDay", lastDay))
                .path("key")
                .asString();
    }

    private static String copyOf(String link) {
        return "bench-" + link;
    }

    private JsonNode contract(String link) {
        return parties.get("bureau-zhou", "/api/v1/transcribed-acts/" + link + "/contract");
    }

    /** Enters a copy of the story's link under another parent, confirms it, and lets its parties sign. */
    private void link(String of, String parent, boolean both) {
        String id = copyOf(of);
        ObjectNode terms = (ObjectNode) contract(of);
        String grantor = terms.path("grantor").asString();
        String grantee = terms.path("grantee").asString();
        terms.put("id", id).put("parent", parent);
        if (!terms.path("quota").isNull()) {
            terms.put("quota", QUOTA);
        }
        parties.post(
                officers(grantor).getFirst(),
                "/api/v1/transcribed-acts",
                Map.of("contract", JsonMapper.shared().convertValue(terms, Map.class), "document", DOCUMENT));
        String act = "/api/v1/transcribed-acts/" + id;
        parties.post(officers(grantor).getLast(), act + "/confirmation", Map.of());
        sign(act, grantor);
        if (both) {
            sign(act, grantee);
        }
    }

    private void sign(String act, String party) {
        parties.post(officers(party).getFirst(), act + "/signatures", Map.of("party", party));
    }

    private static List<String> officers(String party) {
        return OFFICERS.getOrDefault(party, List.of());
    }
}
