package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.LinkStanding;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Naming;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a decision, one by one, in the order in which they refuse: each link from the root in force; items in
 * force and not above their level; columns; purpose; form; recipient; conditions.
 */
record ChainWalk(Naming naming) {

    @Nullable
    Refusal refusal(List<Mandate> links, List<@Nullable Refusal> broken, Map<ItemId, ItemState> items, Use use) {
        Refusal refusal = standing(links, broken, use);
        refusal = refusal == null ? items(links, items, use.needs()) : refusal;
        refusal = refusal == null ? columns(links, use.needs()) : refusal;
        refusal = refusal == null ? purpose(links, use) : refusal;
        refusal = refusal == null ? form(links, use.needs().form()) : refusal;
        refusal = refusal == null ? recipient(links, use) : refusal;
        return refusal == null ? conditions(links, use) : refusal;
    }

    private static @Nullable Refusal standing(List<Mandate> links, List<@Nullable Refusal> broken, Use use) {
        for (int i = 0; i < links.size(); i++) {
            Refusal refusal = broken.get(i);
            refusal = refusal == null
                    ? LinkStanding.outOfTerm(links.get(i), use.moment().legalDate())
                    : refusal;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal items(List<Mandate> links, Map<ItemId, ItemState> items, Needs needs) {
        for (ItemId item : needs.columns().keySet()) {
            Refusal refusal = published(item, items.get(item));
            refusal = refusal == null ? level(links, item, items.get(item)) : refusal;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    @Clause("R072")
    private static @Nullable Refusal published(ItemId item, @Nullable ItemState state) {
        boolean usable = state != null && state.usable();
        return usable || !Rules.on("R072")
                ? null
                : Refusal.of(ErrorCode.ITEM_NOT_IN_FORCE, Map.of("item", item.value()));
    }

    @Clause("R072a")
    private static @Nullable Refusal level(List<Mandate> links, ItemId item, @Nullable ItemState state) {
        if (state == null || !Rules.on("R072a")) {
            return null;
        }
        for (Mandate link : links) {
            ItemScope scope = link.scope().items().get(item);
            if (scope != null && state.effectiveLevel().above(scope.maximum())) {
                return Refusal.of(
                        ErrorCode.LEVEL_ABOVE_SCOPE,
                        Map.of(
                                "item",
                                item.value(),
                                "level",
                                state.level() == null ? "未定级" : state.level().name(),
                                "level@en",
                                state.level() == null
                                        ? "without a level"
                                        : state.level().name(),
                                "maximum",
                                scope.maximum().name()));
            }
        }
        return null;
    }

    @Clause("R049")
    private static @Nullable Refusal columns(List<Mandate> links, Needs needs) {
        for (Mandate link : links) {
            for (Map.Entry<ItemId, Set<String>> need : needs.columns().entrySet()) {
                String outside = outside(link.scope().items().get(need.getKey()), need.getValue());
                if (outside != null && Rules.on("R049")) {
                    return refusal(ErrorCode.COLUMN_OUTSIDE, link, "column", need.getKey() + "." + outside);
                }
            }
        }
        return null;
    }

    /** The first column by name that the scope lacks; "*" for an item that it lacks as a whole, needed without columns. */
    private static @Nullable String outside(@Nullable ItemScope scope, Set<String> columns) {
        String first = scope == null && columns.isEmpty() ? "*" : null;
        for (String column : columns) {
            boolean lacks = scope == null || !scope.columns().has(column);
            if (lacks && (first == null || column.compareTo(first) < 0)) {
                first = column;
            }
        }
        return first;
    }

    @Clause("R082")
    private @Nullable Refusal purpose(List<Mandate> links, Use use) {
        for (Mandate link : links) {
            if (!link.scope().purposes().has(use.purpose()) && Rules.on("R082")) {
                return named(ErrorCode.PURPOSE_OUTSIDE, link, "purpose", naming.purpose(use.purpose()));
            }
        }
        return null;
    }

    @Clause("R073")
    private static @Nullable Refusal form(List<Mandate> links, DeliveryForm form) {
        for (Mandate link : links) {
            if (!link.scope().forms().has(form) && Rules.on("R073")) {
                return named(
                        ErrorCode.FORM_OUTSIDE,
                        link,
                        "form",
                        new Naming.Name(form.in(Language.ZH), form.in(Language.EN)));
            }
        }
        return null;
    }

    @Clause("R102")
    private @Nullable Refusal recipient(List<Mandate> links, Use use) {
        for (Mandate link : links) {
            if (!link.scope().recipients().has(use.caller().recipient()) && Rules.on("R102")) {
                return named(
                        ErrorCode.RECIPIENT_OUTSIDE,
                        link,
                        "recipient",
                        naming.party(use.caller().recipient()));
            }
        }
        return null;
    }

    @Clause("R082")
    private static @Nullable Refusal conditions(List<Mandate> links, Use use) {
        for (Mandate link : links) {
            for (Condition condition : link.contract().limits().conditions().all()) {
                ErrorCode code = failed(condition, use);
                if (code != null && Rules.on("R082")) {
                    return named(
                            code,
                            link,
                            "condition",
                            new Naming.Name(condition.in(Language.ZH), condition.in(Language.EN)));
                }
            }
        }
        return null;
    }

    /** Consent and price become obligations; the rest holds now or refuses. */
    private static @Nullable ErrorCode failed(Condition condition, Use use) {
        return switch (condition) {
            case Condition.HoursOfDay hours ->
                hours.contains(FlatScope.minuteOfDay(use.moment().machineTime())) ? null : ErrorCode.CONDITION_FAILED;
            case Condition.UnknownCondition unknown -> ErrorCode.CONDITION_UNKNOWN;
            case Condition.SubjectConsent consent -> null;
            case Condition.Metered metered -> null;
        };
    }

    private static Refusal named(ErrorCode code, Mandate link, String detail, Naming.Name name) {
        Map<String, String> details = new HashMap<>(LinkStanding.name(link));
        details.put(detail, name.zh());
        details.put(detail + "@en", name.en());
        return Refusal.of(code, details);
    }

    private static Refusal refusal(ErrorCode code, Mandate link, String detail, String value) {
        return named(code, link, detail, new Naming.Name(value, value));
    }
}
