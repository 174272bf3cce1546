package cn.gongshu.city.demo;

import java.util.Map;
import java.util.UUID;

/** Calls at the product door with the story's keys. */
final class Calls {

    private Calls() {}

    /** A body that asks about one of the story's subjects. */
    static Map<String, Object> body(World world, String purpose, String subject, Map<String, Object> parameters) {
        return Map.of("purpose", purpose, "subject", world.subjects().named(subject), "parameters", parameters);
    }

    /** The window P37 is asked about in the story: it holds every planted interruption. */
    static Map<String, Object> window() {
        return Map.of("from", "2024-01", "to", "2026-10");
    }

    static Answer call(World world, String subscription, String product, Map<String, Object> body) {
        return call(world, subscription, product, body, UUID.randomUUID().toString());
    }

    static Answer call(World world, String subscription, String product, Map<String, Object> body, String idempotency) {
        return at(world.caller(), world, subscription, product, body, idempotency);
    }

    /** At a door of one's choice: the main port's relay or the product door's own port. */
    static Answer at(
            Caller door,
            World world,
            String subscription,
            String product,
            Map<String, Object> body,
            String idempotency) {
        return door.post(
                "/open/v1/products/" + product, world.key(subscription), body, Map.of("Idempotency-Key", idempotency));
    }
}
