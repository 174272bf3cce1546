package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import cn.gongshu.platform.access.Operation;
import cn.gongshu.platform.access.PermissionTable;
import cn.gongshu.platform.access.Route;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every door of the platform: each route of the permission table that a key opens, for each live product, at the relay
 * on the main port and at the product door's own port. A door that the story cannot try ends it.
 */
final class Doors {

    private static final String PRODUCT = "{code}";

    private Doors() {}

    /** One call at each door, and its answer. */
    static List<Answer> tryAll(World world) {
        return tryAll(world, calls(world));
    }

    /** As {@link #tryAll(World)}, with a call for each product. */
    static List<Answer> tryAll(World world, Map<String, Call> calls) {
        List<Answer> answers = new ArrayList<>();
        for (Route route : routes()) {
            for (String product : live(world)) {
                Call call = calls.get(product);
                if (call == null) {
                    throw notTried(route.pattern() + " " + product);
                }
                for (Caller port : List.of(world.caller(), world.caller().next())) {
                    answers.add(port.post(path(route, product), world.key(call.subscription), call.body, once()));
                }
            }
        }
        return answers;
    }

    /** What the story asks a product, and with whose key. */
    record Call(String subscription, Map<String, Object> body) {}

    private static Map<String, Call> calls(World world) {
        return Map.of(
                "P37",
                new Call(
                        DeliveryChapter.AGENCY, Calls.body(world, "employment-support", "interrupted", Calls.window())),
                "P04",
                new Call(DeliveryChapter.BANK, Calls.body(world, "credit-assessment", "firm-growing", Map.of())),
                "P31",
                new Call(DeliveryChapter.HEALTH, Map.of("purpose", "public-health")));
    }

    private static List<Route> routes() {
        return PermissionTable.routes().stream()
                .filter(route -> route.operation().audience() == Operation.Audience.KEY_HOLDERS)
                .toList();
    }

    /** Products somebody may call, be they suspended just now. */
    private static List<String> live(World world) {
        List<String> live = new ArrayList<>();
        for (JsonNode product : world.caller()
                .get("/api/v1/products", world.token("bureau-zhou"))
                .body()) {
            String state = product.path("state").asString();
            if (state.equals("LIVE") || state.equals("SUSPENDED")) {
                live.add(product.path("code").asString());
            }
        }
        return live;
    }

    private static String path(Route route, String product) {
        String path = route.pattern().replace(PRODUCT, product);
        if (!route.method().equals("POST") || path.contains("{")) {
            throw notTried(route.method() + " " + route.pattern());
        }
        return path;
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Sentence notTried(String door) {
        return new Sentence(1, "有一道门没有试：" + door + "。", "A door was not tried: " + door + ".");
    }
}
