package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The scope of a new link, judged against the link it comes from. */
final class LinkScope {

    private LinkScope() {}

    /** From the scenario down everything is listed; a subscription serves its own consumer alone. */
    @Clause("R049")
    static Outcome<Contract> concrete(Contract child, Naming naming) {
        Scope scope = child.scope();
        boolean listed = scope.purposes().listed()
                && scope.forms().listed()
                && scope.recipients().listed()
                && scope.items().values().stream()
                        .allMatch(item -> item.columns().listed());
        if (Rules.on("R049") && child.kind().concrete() && !listed) {
            return Outcome.refused(Refusal.of(
                            ErrorCode.FIELD_INVALID,
                            Map.of(
                                    "field", "授权范围",
                                    "field@en", "scope",
                                    "rule", "列、用途、交付形式与接收方须逐一列明",
                                    "rule@en", "columns, purposes, forms and recipients are listed one by one"))
                    .under("R049"));
        }
        return child.kind() == MandateKind.SUBSCRIPTION ? ownConsumer(child, naming) : Outcome.done(child);
    }

    @Clause("R102")
    private static Outcome<Contract> ownConsumer(Contract child, Naming naming) {
        PartyId consumer = child.parties().grantee();
        Optional<PartyId> other =
                child.scope().recipients().beyond(Choice.of(consumer)).flatMap(Choice.Beyond::value);
        return other.isPresent() && Rules.on("R102")
                ? Outcome.refused(recipientOutside(other.get(), child.title(), naming))
                : Outcome.done(child);
    }

    private static Refusal recipientOutside(PartyId recipient, String title, Naming naming) {
        Naming.Name name = naming.party(recipient);
        return Refusal.of(
                ErrorCode.RECIPIENT_OUTSIDE, Map.of("recipient", name.zh(), "recipient@en", name.en(), "link", title));
    }

    @Clause("R031")
    @Clause("R049")
    static Outcome<Contract> within(Contract child, Mandate parent, Attenuation.Ground ground) {
        return child.scope()
                .wider(parent.scope())
                .filter(wider -> Rules.on(wider instanceof Wider.Column ? "R049" : "R031"))
                .map(wider -> Outcome.<Contract>refused(refusal(wider, parent, ground.naming())))
                .orElse(Outcome.done(child));
    }

    private static Refusal refusal(Wider wider, Mandate parent, Naming naming) {
        return switch (wider) {
            case Wider.Column(var item, var column) -> {
                Map<String, String> details = new HashMap<>(LinkStanding.name(parent));
                details.put("column", item + "." + column.orElse("*"));
                yield Refusal.of(ErrorCode.COLUMN_OUTSIDE, details);
            }
            case Wider.Item(var item) -> wider(parent, "目录项 " + item, "Item " + item);
            case Wider.HigherLevel(var item, var level) ->
                wider(parent, "目录项 " + item + " 的级别上限 " + level, "The maximum level " + level + " of item " + item);
            case Wider.Purposes(var purpose) ->
                wider(
                        parent,
                        "用途" + quoted(purpose, p -> naming.purpose(p).zh()),
                        "Purpose " + text(purpose, p -> naming.purpose(p).en()));
            case Wider.Forms(var form) ->
                wider(
                        parent,
                        "交付形式" + quoted(form, f -> f.in(Language.ZH)),
                        "Delivery form " + text(form, f -> f.in(Language.EN)));
            case Wider.Recipients(var recipient) ->
                wider(
                        parent,
                        "接收方" + quoted(recipient, r -> naming.party(r).zh()),
                        "Recipient " + text(recipient, r -> naming.party(r).en()));
            case Wider.LowerFloor(var floor) -> wider(parent, "人数门槛 " + floor.k(), "The floor of " + floor.k());
        };
    }

    /** WIDER_THAN_PARENT in this respect. */
    static Refusal wider(Mandate parent, String zh, String en) {
        Map<String, String> details = new HashMap<>(LinkStanding.name(parent));
        details.put("aspect", zh);
        details.put("aspect@en", en);
        return Refusal.of(ErrorCode.WIDER_THAN_PARENT, details);
    }

    private static <T> String quoted(Optional<T> value, Function<T, String> name) {
        return value.map(name).map(word -> "“" + word + "”").orElse("不限");
    }

    private static <T> String text(Optional<T> value, Function<T, String> name) {
        return value.map(name).orElse("\"any\"");
    }
}
