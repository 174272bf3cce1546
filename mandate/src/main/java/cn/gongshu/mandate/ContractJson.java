package cn.gongshu.mandate;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.regulation.Derogation;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The canonical form of a contract; {@link ContractReader} reads it back. */
final class ContractJson {

    /** Says what the bytes are, so that a signature under them can never be taken for one under something else. */
    static final String TYPE = "gongshu/contract/v1";

    /** Stands for any value where a list would stand otherwise. */
    static final String ANY = "ANY";

    private ContractJson() {}

    static byte[] bytes(Contract contract) {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("type", TYPE);
        json.put("id", contract.id().value());
        json.put("kind", contract.kind().name());
        json.put("parent", text(contract.place().parent()));
        json.put("product", text(contract.place().product()));
        json.put("grantor", contract.parties().grantor().value());
        json.put("grantee", contract.parties().grantee().value());
        json.put("title", contract.title());
        json.put("scope", scope(contract.scope()));
        limits(json, contract.limits());
        return CanonicalJson.bytes(json);
    }

    private static void limits(Map<String, @Nullable Object> json, Limits limits) {
        Quota quota = limits.quota();
        Derogation derogation = limits.derogation();
        json.put("from", limits.term().from().toString());
        json.put("lastDay", limits.term().lastDay().toString());
        json.put(
                "conditions",
                limits.conditions().all().stream().map(ContractJson::condition).toList());
        json.put("quota", quota == null ? null : quota.uses());
        json.put(
                "derogation",
                derogation == null ? null : Map.of("reason", derogation.reason(), "approver", derogation.approver()));
    }

    private static Map<String, Object> scope(Scope scope) {
        return Map.of(
                "items", scope.items().values().stream().map(ContractJson::item).toList(),
                "purposes", choice(scope.purposes(), Purpose::code),
                "forms", choice(scope.forms(), Enum::name),
                "recipients", choice(scope.recipients(), party -> party.value()),
                "floor", scope.floor().k());
    }

    private static Map<String, Object> item(ItemScope item) {
        return Map.of(
                "item",
                item.item().value(),
                "columns",
                choice(item.columns(), column -> column),
                "maximum",
                item.maximum().name());
    }

    private static <T> Object choice(Choice<T> choice, Function<T, String> name) {
        return switch (choice) {
            case Choice.Any<T>() -> ANY;
            case Choice.Only<T>(Set<T> values) -> sorted(values, name);
        };
    }

    private static <T> List<String> sorted(Collection<T> values, Function<T, String> name) {
        return values.stream().map(name).sorted().toList();
    }

    private static Map<String, @Nullable Object> condition(Condition condition) {
        Map<String, @Nullable Object> json = new HashMap<>();
        switch (condition) {
            case Condition.HoursOfDay(int from, int until) -> {
                json.put("from", Condition.HoursOfDay.clock(from));
                json.put("until", Condition.HoursOfDay.clock(until));
            }
            case Condition.SubjectConsent(String textVersion) -> json.put("textVersion", textVersion);
            case Condition.Metered(var price, var meter) -> {
                json.put("fen", price.fen());
                json.put("meter", meter.name());
            }
            case Condition.UnknownCondition(String kind, var terms) -> json.putAll(terms);
        }
        json.put("kind", condition.kind());
        return json;
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
