package cn.gongshu.platform.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings JSON as the database gives it into the values canonical JSON takes. */
final class DatabaseJson {

    private DatabaseJson() {}

    static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonObject object -> members(object.getMap());
            case JsonArray array -> elements(array.getList());
            case Map<?, ?> map -> members(map);
            case List<?> list -> elements(list);
            case Integer number -> number.longValue();
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), canonical(member)));
        return members;
    }

    private static List<@Nullable Object> elements(List<?> list) {
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(canonical(element)));
        return elements;
    }

    /** Snapshots as evidence names them, from {@code {"C07-01": 8421}}. */
    static List<String> snapshots(String json) {
        return new JsonObject(json)
                .stream()
                        .map(entry -> entry.getKey() + "@" + entry.getValue())
                        .sorted()
                        .toList();
    }
}
