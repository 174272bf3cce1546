package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.Asked;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Json;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Purpose;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request at the door into a well-formed {@link Call}, or says what is wrong with it. */
final class CallReader {

    private static final String PREFIX = "/open/v1/products/";
    private static final int MAX_KEY = 100;
    private static final Json.Limits BODY = new Json.Limits(ProductDoor.BODY_LIMIT, 6);

    /** Refused before there is a call to decide, but not for its form (R075, R087, R049). */
    private static final Set<ErrorCode> BY_LAW =
            Set.of(ErrorCode.NOT_LIVE, ErrorCode.KEY_EXPIRED, ErrorCode.PURPOSE_MISSING);

    private static final Set<String> MEMBERS = Set.of("purpose", "subject", "parameters");

    private final KeyRing keys;
    private final LiveProducts products;
    private final RequestMarks marks;
    private final Window window;

    CallReader(KeyRing keys, LiveProducts products, RequestMarks marks, Window window) {
        this.keys = keys;
        this.products = products;
        this.marks = marks;
        this.window = window;
    }

    /** The call and the product it is for. */
    record Read(Call call, LiveProduct product) {}

    /**
     * Who asked for what, as far as a request that made no call says so.
     *
     * @param bodyHash keyed hash of its body
     */
    record Unread(Asked asked, String bodyHash) {}

    /**
     * What a refusal of {@link #read} leaves on record: one by the law, of a known key holder, for a product on the list. A
     * request that is merely malformed asks for no decision and leaves nothing.
     */
    Optional<Unread> onRecord(DoorRequest request, Refusal refusal) {
        String code = request.path().startsWith(PREFIX) ? request.path().substring(PREFIX.length()) : "";
        return !BY_LAW.contains(refusal.code()) || !products.listed(code)
                ? Optional.empty()
                : keys.known(request.header("authorization"))
                        .map(holder -> new Unread(
                                new Asked(
                                        holder.party().value(),
                                        code,
                                        holder.subscription().value(),
                                        null),
                                marks.bodyHash(request.body())));
    }

    Outcome<Read> read(DoorRequest request) {
        if (!request.path().startsWith(PREFIX)) {
            return refused(ErrorCode.NOT_FOUND, "what", "页面", "page");
        }
        if (!request.method().equals("POST")) {
            return Outcome.refused(Refusal.of(ErrorCode.METHOD_NOT_ALLOWED));
        }
        if (request.body().length > ProductDoor.BODY_LIMIT) {
            return refused(ErrorCode.BODY_TOO_LARGE, "limit", Integer.toString(ProductDoor.BODY_LIMIT), null);
        }
        if (!json(request.header("content-type"))) {
            return refused(ErrorCode.CONTENT_TYPE, "expected", "application/json", null);
        }
        return keys.holder(request.header("authorization"))
                .then(holder -> product(request.path().substring(PREFIX.length()))
                        .then(product ->
                                Json.object(request.body(), BODY).then(body -> call(request, holder, product, body))));
    }

    /** The media type itself, whatever its case and parameters: {@code application/json5} is another type. */
    private static boolean json(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().equalsIgnoreCase("application/json");
    }

    private Outcome<LiveProduct> product(String code) {
        return products.find(code)
                .map(Outcome::done)
                .orElseGet(() -> products.listed(code)
                        ? Outcome.refused(Refusal.of(ErrorCode.NOT_LIVE, Map.of("product", code)))
                        : Outcome.refused(Refusal.of(
                                ErrorCode.PRODUCT_UNKNOWN, Map.of("product", code.length() > 16 ? "…" : code))));
    }

    private Outcome<Read> call(
            DoorRequest request, KeyHolder holder, LiveProduct product, Map<String, @Nullable Object> body) {
        for (String name : body.keySet()) {
            if (!MEMBERS.contains(name)) {
                return Outcome.refused(Refusal.of(
                        ErrorCode.FIELD_INVALID,
                        Map.of(
                                "field",
                                "body",
                                "rule",
                                "只含 purpose、subject、parameters",
                                "rule@en",
                                "purpose, subject and parameters only")));
            }
        }
        return idempotencyKey(request.header("idempotency-key"))
                .then(key -> purpose(body.get("purpose"))
                        .then(purpose -> subject(product, body.get("subject"))
                                .then(subject -> inputs(product, body.get("parameters"))
                                        .map(inputs -> new Read(
                                                new Call(
                                                        holder,
                                                        product.code(),
                                                        purpose,
                                                        subject.orNull(),
                                                        inputs,
                                                        marks.mark(holder, product.code(), key),
                                                        marks.bodyHash(request.body())),
                                                product)))));
    }

    private static Outcome<String> idempotencyKey(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return refused(ErrorCode.FIELD_MISSING, "field", "Idempotency-Key", null);
        }
        boolean printable = key.length() <= MAX_KEY && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        return printable
                ? Outcome.done(key)
                : Outcome.refused(Refusal.of(
                        ErrorCode.FIELD_INVALID,
                        Map.of(
                                "field", "Idempotency-Key",
                                "rule", "至多 100 个可见 ASCII 字符",
                                "rule@en", "at most 100 visible ASCII characters")));
    }

    private static Outcome<Purpose> purpose(@Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            return Outcome.refused(Refusal.of(ErrorCode.PURPOSE_MISSING));
        }
        try {
            return Outcome.done(new Purpose(text));
        } catch (IllegalArgumentException notAPurpose) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    Map.of(
                            "field",
                            "purpose",
                            "rule",
                            "订购时约定的用途代码",
                            "rule@en",
                            "the code of a purpose agreed in the subscription")));
        }
    }

    /** A subject that may be absent; outcomes hold no null. */
    private record Maybe(@Nullable Subject subject) {
        @Nullable
        Subject orNull() {
            return subject;
        }
    }

    private static Outcome<Maybe> subject(LiveProduct product, @Nullable Object value) {
        Subject.Kind expected = product.subjectKind();
        if (expected == null) {
            return value == null
                    ? Outcome.done(new Maybe(null))
                    : Outcome.refused(Refusal.of(
                            ErrorCode.FIELD_INVALID,
                            Map.of(
                                    "field",
                                    "subject",
                                    "rule",
                                    "该产品不针对个别主体，不收此项",
                                    "rule@en",
                                    "left out: the product is about no single subject")));
        }
        if (!(value instanceof Map<?, ?> map)
                || !(map.get("kind") instanceof String kind)
                || !(map.get("id") instanceof String id)) {
            return refused(ErrorCode.FIELD_MISSING, "field", "subject.kind, subject.id", null);
        }
        if (!kind.equals(expected.name())) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    Map.of("field", "subject.kind", "rule", "须为 " + expected, "rule@en", "must be " + expected)));
        }
        return Subject.read(kind, id).map(Maybe::new);
    }

    private Outcome<Map<String, Object>> inputs(LiveProduct product, @Nullable Object value) {
        if (value != null && !(value instanceof Map<?, ?>)) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    Map.of("field", "parameters", "rule", "须为对象", "rule@en", "must be an object")));
        }
        Map<?, ?> sent = value instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> read = new HashMap<>();
        for (ProductInput input : product.inputs()) {
            switch (input.read(sent)) {
                case Outcome.Done<Long>(Long number) -> read.put(input.name(), number);
                case Outcome.Refused<Long>(Refusal refusal) -> {
                    return Outcome.refused(refusal);
                }
            }
        }
        for (Object name : sent.keySet()) {
            if (!read.containsKey(name)) {
                return Outcome.refused(Refusal.of(
                        ErrorCode.FIELD_INVALID,
                        Map.of("field", "parameters", "rule", "没有该输入项", "rule@en", "no such input")));
            }
        }
        return window.within(product.inputs(), Map.copyOf(read));
    }

    private static <T> Outcome<T> refused(ErrorCode code, String name, String zh, @Nullable String en) {
        Map<String, String> details = en == null ? Map.of(name, zh) : Map.of(name, zh, name + "@en", en);
        return Outcome.refused(Refusal.of(code, details));
    }
}
