package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Json;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.Derogation;
import cn.gongshu.regulation.MeterKind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the canonical form of a contract back, member by member, and then compares the bytes. */
final class ContractReader {

    private static final Json.Limits LIMITS = Json.Limits.USUAL;

    private ContractReader() {}

    static Outcome<Contract> read(byte[] canonical) {
        try {
            Contract contract = contract(JsonObject.of(Json.parse(canonical, LIMITS)));
            return Arrays.equals(contract.canonical(), canonical)
                    ? Outcome.done(contract)
                    : malformed("not the canonical form of a contract");
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<Contract> malformed(String en) {
        return Outcome.refused(Refusal.of(
                ErrorCode.MALFORMED, Map.of("what", "合约不是规范的 JSON（" + en + "）", "what@en", "contract: " + en)));
    }

    private static Contract contract(JsonObject json) {
        if (!ContractJson.TYPE.equals(json.text("type"))) {
            throw new IllegalArgumentException("type is not " + ContractJson.TYPE);
        }
        String parent = json.textOrNull("parent");
        String product = json.textOrNull("product");
        return new Contract(
                new MandateId(json.text("id")),
                new Placement(
                        MandateKind.valueOf(json.text("kind")),
                        parent == null ? null : new MandateId(parent),
                        product == null ? null : new ProductCode(product)),
                new Parties(new PartyId(json.text("grantor")), new PartyId(json.text("grantee"))),
                json.text("title"),
                scope(json.object("scope")),
                limits(json));
    }

    private static Limits limits(JsonObject json) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonObject condition : json.objects("conditions")) {
            conditions.add(condition(condition));
        }
        Long quota = json.numberOrNull("quota");
        JsonObject derogation = json.objectOrNull("derogation");
        return new Limits(
                Term.throughLastDay(LocalDate.parse(json.text("from")), LocalDate.parse(json.text("lastDay"))),
                Conditions.of(conditions),
                quota == null ? null : new Quota(quota),
                derogation == null ? null : new Derogation(derogation.text("reason"), derogation.text("approver")));
    }

    private static Scope scope(JsonObject json) {
        List<ItemScope> items = new ArrayList<>();
        for (JsonObject item : json.objects("items")) {
            items.add(new ItemScope(
                    new ItemId(item.text("item")),
                    choice(item, "columns", Function.identity()),
                    Level.valueOf(item.text("maximum"))));
        }
        return Scope.of(
                items,
                choice(json, "purposes", Purpose::new),
                choice(json, "forms", DeliveryForm::valueOf),
                choice(json, "recipients", PartyId::new),
                new Floor(Math.toIntExact(json.number("floor"))));
    }

    private static <T> Choice<T> choice(JsonObject json, String name, Function<String, T> value) {
        List<String> texts = json.textsOrWord(name, ContractJson.ANY);
        return texts == null
                ? Choice.any()
                : Choice.of(texts.stream().map(value).toList());
    }

    private static Condition condition(JsonObject json) {
        String kind = json.text("kind");
        return switch (kind) {
            case "hours-of-day" -> new Condition.HoursOfDay(minute(json.text("from")), minute(json.text("until")));
            case "subject-consent" -> new Condition.SubjectConsent(json.textOrNull("textVersion"));
            case "metered" ->
                new Condition.Metered(new Money(json.number("fen")), MeterKind.valueOf(json.text("meter")));
            default -> new Condition.UnknownCondition(kind, json.membersWithout("kind"));
        };
    }

    private static int minute(String clock) {
        if (!clock.matches("([01]\\d|2[0-4]):[0-5]\\d")) {
            throw new IllegalArgumentException("not a time of day");
        }
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }
}
