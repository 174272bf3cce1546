package cn.gongshu.bench.call;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/**
 * The agency's second subscription to P37, with a quota of its own that a bench does not use up: each call takes from it
 * and from the operating agreement.
 */
final class BenchSubscription {

    static final String ID = "bench-p37";
    static final String PURPOSE = "employment-support";

    private static final long QUOTA = 5_000_000L;
    private static final String CONSUMER = "agency-tang";
    private static final String STORY = "/api/v1/transcribed-acts/sub-agency-p37/contract";

    private BenchSubscription() {}

    /** Subscribes for the term of the story's subscription and gives an API key. */
    static String key(Parties parties) {
        JsonNode story = parties.get("bureau-zhou", STORY);
        String lastDay = story.path("lastDay").asString();
        parties.post(
                CONSUMER,
                "/api/v1/subscriptions",
                Map.of(
                        "id",
                        ID,
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
        return parties.post(CONSUMER, "/api/v1/api-keys", Map.of("subscription", ID, "lastDay", lastDay))
                .path("key")
                .asString();
    }
}
