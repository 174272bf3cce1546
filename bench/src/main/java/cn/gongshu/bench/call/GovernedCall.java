package cn.gongshu.bench.call;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The requests of one caller: P37 about one consenting subject after the other, each with an idempotency key of its own.
 */
final class GovernedCall {

    private static final int KEY_DIGITS = 12;
    private static final String KEY = "0".repeat(KEY_DIGITS);

    private final List<Template> templates;
    private long next;

    /** A whole request and where the digits of its key stand. */
    @SuppressWarnings("ArrayRecordComponent") // changed in place by the one caller that has it
    private record Template(byte[] request, int key) {}

    /**
     * @param caller number of the caller, a part of its keys
     * @param apiKey key of the subscription
     */
    GovernedCall(int caller, String apiKey, List<Map<String, Object>> subjects) {
        this.templates = subjects.stream()
                .map(subject -> template(caller, apiKey, subject))
                .toList();
    }

    private static Template template(int caller, String apiKey, Map<String, Object> subject) {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "purpose",
                        BenchSubscription.PURPOSE,
                        "subject",
                        subject,
                        "parameters",
                        Map.of("from", "2024-01", "to", "2026-10")));
        String upToKey = "POST /open/v1/products/P37 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + apiKey
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: bench-" + caller + "-";
        String head = upToKey + KEY + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] request = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, request, head.length(), body.length);
        return new Template(request, upToKey.length());
    }

    /** The next request; good until the one after it is asked for. */
    byte[] next() {
        Template template = templates.get((int) (next % templates.size()));
        long number = next++;
        for (int digit = KEY_DIGITS - 1; digit >= 0; digit--, number /= 10) {
            template.request[template.key + digit] = (byte) ('0' + number % 10);
        }
        return template.request;
    }
}
