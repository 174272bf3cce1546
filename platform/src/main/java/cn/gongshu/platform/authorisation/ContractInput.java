package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Contract;
import cn.gongshu.platform.http.Required;
import cn.gongshu.regulation.TermRules;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the terms an officer typed into the canonical form of a contract: members added, lists in order. */
final class ContractInput {

    private static final List<String> OPTIONAL = List.of("parent", "product", "quota", "derogation");

    private ContractInput() {}

    /** The contract, or why these terms make none. */
    static Outcome<Contract> read(@Nullable Map<String, @Nullable Object> typed) {
        Map<String, @Nullable Object> terms = new HashMap<>(Required.value("contract", typed));
        terms.put("type", "gongshu/contract/v1");
        OPTIONAL.forEach(name -> terms.putIfAbsent(name, null));
        terms.putIfAbsent("conditions", List.of());
        return TermRules.stated(date(terms, "from"), date(terms, "lastDay")).then(term -> {
            terms.computeIfPresent("scope", (name, scope) -> scope instanceof Map<?, ?> map ? scope(map) : scope);
            terms.computeIfPresent("conditions", (name, list) -> inOrder(list, "kind"));
            return parse(terms);
        });
    }

    private static Outcome<Contract> parse(Map<String, @Nullable Object> terms) {
        try {
            return Contract.parse(CanonicalJson.bytes(terms));
        } catch (IllegalArgumentException notJsonOfOurs) {
            return Outcome.refused(Refusal.of(ErrorCode.MALFORMED, Map.of("what", "合约条款", "what@en", "contract")));
        }
    }

    private static java.time.LocalDate date(Map<String, @Nullable Object> terms, String name) {
        return Required.date(name, terms.get(name) instanceof String text ? text : null);
    }

    private static Map<String, @Nullable Object> scope(Map<?, ?> typed) {
        Map<String, @Nullable Object> scope = new HashMap<>();
        typed.forEach((name, value) -> scope.put(String.valueOf(name), sorted(value)));
        scope.computeIfPresent("items", (name, items) -> inOrder(items, "item"));
        return scope;
    }

    /** Objects of a list, by one of their members; whatever else stands there is left for the reader to refuse. */
    private static @Nullable Object inOrder(@Nullable Object list, String member) {
        if (!(list instanceof List<?> elements)) {
            return list;
        }
        List<Object> ordered = new ArrayList<>();
        for (Object element : elements) {
            ordered.add(element instanceof Map<?, ?> map ? withSortedLists(map) : element);
        }
        ordered.sort(Comparator.comparing(
                element -> element instanceof Map<?, ?> map ? String.valueOf(map.get(member)) : ""));
        return ordered;
    }

    private static Map<String, @Nullable Object> withSortedLists(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new HashMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), sorted(value)));
        return sorted;
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? list.stream().sorted().toList()
                : value;
    }
}
