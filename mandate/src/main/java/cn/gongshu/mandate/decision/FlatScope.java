package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Choice;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Scope;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What all links of a chain permit together: the intersection of their terms, scopes and hours over the items that are
 * in force and not above their level.
 */
final class FlatScope {

    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    private final boolean open;
    private final long fromDay;
    private final long untilDay;
    private final Map<ItemId, Set<String>> columns;
    private final Set<Purpose> purposes;
    private final Set<DeliveryForm> forms;
    private final Set<PartyId> recipients;
    private final int fromMinute;
    private final int untilMinute;

    private FlatScope(List<Mandate> links, Map<ItemId, Set<String>> columns, boolean open) {
        this.open = open && links.stream().noneMatch(FlatScope::unknown);
        this.fromDay = links.stream()
                .mapToLong(link -> link.term().from().toEpochDay())
                .max()
                .orElse(Long.MAX_VALUE);
        this.untilDay = links.stream()
                .mapToLong(link -> link.term().until().toEpochDay())
                .min()
                .orElse(Long.MIN_VALUE);
        this.columns = columns;
        this.purposes = common(links, Scope::purposes);
        this.forms = common(links, Scope::forms);
        this.recipients = common(links, Scope::recipients);
        this.fromMinute = links.stream()
                .map(FlatScope::hours)
                .mapToInt(hours -> hours == null ? 0 : hours.fromMinute())
                .max()
                .orElse(0);
        this.untilMinute = links.stream()
                .map(FlatScope::hours)
                .mapToInt(hours -> hours == null ? 1440 : hours.untilMinute())
                .min()
                .orElse(0);
    }

    /** @param open every link is signed and none is stopped */
    static FlatScope of(List<Mandate> links, Map<ItemId, ItemState> items, boolean open) {
        Map<ItemId, Set<String>> columns = new HashMap<>();
        for (ItemScope item : links.getLast().scope().items().values()) {
            if (usable(item.item(), links, items.get(item.item()))) {
                columns.put(item.item(), commonColumns(item.item(), links));
            }
        }
        return new FlatScope(links, columns, open);
    }

    private static boolean usable(ItemId id, List<Mandate> links, @Nullable ItemState state) {
        return state != null
                && state.usable()
                && links.stream()
                        .map(link -> link.scope().items().get(id))
                        .allMatch(scope ->
                                scope != null && !state.effectiveLevel().above(scope.maximum()));
    }

    private static Set<String> commonColumns(ItemId id, List<Mandate> links) {
        return common(links, scope -> {
            ItemScope item = scope.items().get(id);
            return item == null ? Choice.any() : item.columns();
        });
    }

    /** The values that every link lists; links that take any do not count. Empty when none lists. */
    private static <T> Set<T> common(List<Mandate> links, Function<Scope, Choice<T>> dimension) {
        Set<T> common = null;
        for (Mandate link : links) {
            if (dimension.apply(link.scope()) instanceof Choice.Only<T>(Set<T> values)) {
                if (common == null) {
                    common = new HashSet<>(values);
                } else {
                    common.retainAll(values);
                }
            }
        }
        return common == null ? Set.of() : common;
    }

    private static Condition.@Nullable HoursOfDay hours(Mandate link) {
        return link.contract().limits().conditions().byKind().get("hours-of-day") instanceof Condition.HoursOfDay hours
                ? hours
                : null;
    }

    private static boolean unknown(Mandate link) {
        return link.contract().limits().conditions().unknown().isPresent();
    }

    boolean covers(Use use) {
        long day = use.moment().legalDate().toEpochDay();
        return open
                && day >= fromDay
                && day < untilDay
                && coversNeeds(use.needs())
                && purposes.contains(use.purpose())
                && forms.contains(use.needs().form())
                && recipients.contains(use.caller().recipient())
                && coversMinute(use.moment().machineTime());
    }

    private boolean coversNeeds(Needs needs) {
        for (Map.Entry<ItemId, Set<String>> need : needs.columns().entrySet()) {
            Set<String> permitted = columns.get(need.getKey());
            if (permitted == null || !permitted.containsAll(need.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean coversMinute(Instant machineTime) {
        boolean wholeDay = fromMinute == 0 && untilMinute == 1440;
        if (wholeDay) {
            return true;
        }
        int minute = minuteOfDay(machineTime);
        return minute >= fromMinute && minute < untilMinute;
    }

    /** Minute of the day in Asia/Shanghai. */
    static int minuteOfDay(Instant machineTime) {
        int offset = LegalDate.ZONE.getRules().getOffset(machineTime).getTotalSeconds();
        return (int) Math.floorMod(machineTime.getEpochSecond() + offset, (long) SECONDS_PER_DAY) / 60;
    }
}
