package cn.gongshu.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Catalogue imports of one item of annex 1, for tests. */
final class Items {

    private Items() {}

    /** An item collected daily with these columns and nothing else declared. */
    static Map<String, Object> withColumns(String id, List<Map<String, Object>> columns) {
        return importOf(id, Map.of("columns", columns));
    }

    /** An item with all it takes to be published, touching one protected interest. */
    static Map<String, Object> complete(String id, String touched) {
        List<Map<String, Object>> interests = new ArrayList<>();
        for (String interest : List.of(
                "STATE_SECRET", "PERSONAL_INFORMATION", "TRADE_SECRET", "CONFIDENTIAL_BUSINESS", "PUBLIC_SAFETY")) {
            interests.add(
                    Map.of("interest", interest, "present", interest.equals(touched), "zh", "理由", "en", "reason"));
        }
        Map<String, Object> rule = Map.of("dimension", "ACCURACY", "threshold", 9900, "zh", "规则", "en", "rule");
        return importOf(id, Map.of("columns", columns("L2"), "interests", interests, "qualityPromise", List.of(rule)));
    }

    /** The declaration of an import's only item, to be changed. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> declaration(Map<String, Object> body) {
        Map<String, Object> item = ((List<Map<String, Object>>) Objects.requireNonNull(body.get("items"))).getFirst();
        return (Map<String, Object>) Objects.requireNonNull(item.get("declaration"));
    }

    /** Columns c1, c2, … of these levels. */
    static List<Map<String, Object>> columns(String... levels) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (String level : levels) {
            columns.add(Map.of(
                    "code", "c" + (columns.size() + 1),
                    "name", "列",
                    "nameEn", "column",
                    "type", "TEXT",
                    "level", level,
                    "control", "PLAIN",
                    "required", true));
        }
        return columns;
    }

    private static Map<String, Object> importOf(String id, Map<String, Object> more) {
        Map<String, Object> declaration = new HashMap<>(more);
        declaration.put("name", "测试目录项");
        declaration.put("collectionState", "COLLECTED");
        declaration.put("updateFrequency", "DAILY");
        Map<String, Object> item = Map.of(
                "id",
                id,
                "unit",
                Integer.parseInt(id.substring(1, 3)),
                "line",
                Integer.parseInt(id.substring(4)),
                "declaration",
                declaration);
        return Map.of("source", "测试", "items", List.of(item));
    }
}
