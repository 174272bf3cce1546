package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Json;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.decision.Needs;
import cn.gongshu.mandate.decision.SubjectKind;
import cn.gongshu.platform.http.Required;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A product's definition as code, as the operator activates it.
 *
 * @param needs delivery form, subject, columns by item
 * @param inputs what a call sends
 * @param query SQL over logical tables such as C07_01
 * @param answer SQL over the serving row {@code s}, giving one JSON value; parameters are {@code :name}; empty for an
 *     aggregate
 * @param told what people read of it
 */
record Definition(ProductCode product, Needs needs, List<ProductInput> inputs, String query, String answer, Told told) {

    private static final Json.Limits READABLE = new Json.Limits(1 << 18, 8);

    Definition {
        inputs = List.copyOf(inputs);
    }

    /** Reads the body of an activation; what is missing or malformed is refused by name. */
    static Definition read(ProductCode product, Map<String, @Nullable Object> body) {
        Needs needs = new Needs(
                Required.one(DeliveryForm.class, "form", text(body.get("form"))),
                Required.one(SubjectKind.class, "subject", text(body.get("subject"))),
                columns(body.get("columns")));
        List<ProductInput> inputs = new ArrayList<>();
        for (Object input : list("inputs", body.get("inputs"))) {
            inputs.add(input(input));
        }
        inputs.forEach(input -> sound(input, inputs));
        return new Definition(
                product,
                needs,
                inputs,
                Required.text("query", text(body.get("query")), 20_000),
                needs.subject() == SubjectKind.AGGREGATE
                        ? ""
                        : Required.text("answer", text(body.get("answer")), 20_000),
                Told.read(body));
    }

    /** The definition that {@link #canonical} wrote. */
    static Definition stored(ProductCode product, String canonical) {
        return read(
                product,
                Json.object(canonical.getBytes(StandardCharsets.UTF_8), READABLE)
                        .orThrow());
    }

    String canonical() {
        Map<String, List<String>> columns = new TreeMap<>();
        needs.columns()
                .forEach((item, names) ->
                        columns.put(item.value(), names.stream().sorted().toList()));
        return CanonicalJson.text(Map.of(
                "form",
                needs.form().name(),
                "subject",
                needs.subject().name(),
                "columns",
                columns,
                "inputs",
                inputs.stream().map(Definition::input).toList(),
                "query",
                query,
                "answer",
                answer,
                "sentence",
                told.sentenceJson(),
                "outputs",
                told.outputsJson()));
    }

    /** SHA-256 of {@link #canonical}, in hex. */
    String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Map<String, @Nullable Object> input(ProductInput input) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("name", input.name());
        json.put("kind", input.kind().name());
        json.put("least", input.least());
        json.put("most", input.most());
        json.put("otherwise", input.otherwise());
        if (input.notBefore() != null) {
            json.put("notBefore", input.notBefore());
        }
        json.put("zh", input.words().zh());
        json.put("en", input.words().en());
        return json;
    }

    private static ProductInput input(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Required.invalid("inputs", "对象的列表", "a list of objects");
        }
        return new ProductInput(
                Required.id("inputs.name", text(map.get("name"))),
                Required.one(ProductInput.Kind.class, "inputs.kind", text(map.get("kind"))),
                number("inputs.least", map.get("least")),
                number("inputs.most", map.get("most")),
                map.get("otherwise") == null ? null : number("inputs.otherwise", map.get("otherwise")),
                map.get("notBefore") == null ? null : Required.id("inputs.notBefore", text(map.get("notBefore"))),
                Told.words("inputs", map));
    }

    /** A month's bounds are months, and a window begins with a month the call sends too. */
    private static void sound(ProductInput input, List<ProductInput> all) {
        boolean month = input.kind() == ProductInput.Kind.MONTH;
        if (month && !(Window.isMonth(input.least()) && Window.isMonth(input.most()))) {
            throw Required.invalid("inputs.least, inputs.most", "形如 202501 的月份", "months such as 202501");
        }
        String first = input.notBefore();
        boolean begun = all.stream()
                .anyMatch(other ->
                        other.kind() == ProductInput.Kind.MONTH && other.name().equals(first));
        if (first != null && !(month && begun)) {
            throw Required.invalid("inputs.notBefore", "另一个月份输入项的名称", "the name of another input that is a month");
        }
    }

    private static Map<ItemId, Set<String>> columns(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            throw Required.invalid("columns", "目录项到列的对照", "columns by item");
        }
        Map<ItemId, Set<String>> columns = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        map.forEach((item, names) -> {
            Set<String> codes = new TreeSet<>();
            list("columns", names).forEach(name -> codes.add(Required.id("columns", text(name))));
            columns.put(new ItemId(Required.id("columns", text(item))), codes);
        });
        return columns;
    }

    private static List<?> list(String field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw Required.invalid(field, "列表", "a list");
    }

    private static long number(String field, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw Required.invalid(field, "整数", "a whole number");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
