package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a link reaches: items with columns and a maximum level × purposes × delivery forms × recipients, above a floor.
 *
 * @param items by id; at least one
 */
public record Scope(
        Map<ItemId, ItemScope> items,
        Choice<Purpose> purposes,
        Choice<DeliveryForm> forms,
        Choice<PartyId> recipients,
        Floor floor) {

    public Scope {
        items = byId(items.values());
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a scope names at least one item");
        }
    }

    public static Scope of(
            Collection<ItemScope> items,
            Choice<Purpose> purposes,
            Choice<DeliveryForm> forms,
            Choice<PartyId> recipients,
            Floor floor) {
        return new Scope(byId(items), purposes, forms, recipients, floor);
    }

    private static Map<ItemId, ItemScope> byId(Collection<ItemScope> items) {
        Map<ItemId, ItemScope> byId = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        for (ItemScope item : items) {
            if (byId.put(item.item(), item) != null) {
                throw new IllegalArgumentException("item " + item.item() + " stands twice in the scope");
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    /** This scope for one purpose and one recipient, as a subscription has it. */
    public Scope narrowedTo(Purpose purpose, PartyId recipient) {
        return new Scope(items, Choice.of(purpose), forms, Choice.of(recipient), floor);
    }

    /** Whether whatever this scope reaches, {@code parent} reaches too. */
    public boolean within(Scope parent) {
        return wider(parent).isEmpty();
    }

    /** The first respect in which this scope is wider than {@code parent}. */
    public Optional<Wider> wider(Scope parent) {
        return items.values().stream()
                .map(item -> widerItem(item, parent.items.get(item.item())))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> purposes.beyond(parent.purposes).map(b -> new Wider.Purposes(b.value())))
                .or(() -> forms.beyond(parent.forms).map(b -> new Wider.Forms(b.value())))
                .or(() -> recipients.beyond(parent.recipients).map(b -> new Wider.Recipients(b.value())))
                .or(() -> floor.within(parent.floor) ? Optional.empty() : Optional.of(new Wider.LowerFloor(floor)));
    }

    private static Optional<Wider> widerItem(ItemScope child, @Nullable ItemScope parent) {
        if (parent == null) {
            return Optional.of(new Wider.Item(child.item()));
        }
        if (child.maximum().above(parent.maximum())) {
            return Optional.of(new Wider.HigherLevel(child.item(), child.maximum()));
        }
        return child.columns().beyond(parent.columns()).map(b -> new Wider.Column(child.item(), b.value()));
    }
}
