package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.regulation.DeliveryForm;

import java.util.Optional;

/** The respect in which a child's scope is wider than its parent's; an empty value means "any". */
public sealed interface Wider {

    /** An item that the parent does not have. */
    record Item(ItemId item) implements Wider {}

    /** An item up to a higher level than the parent lets it be used. */
    record HigherLevel(ItemId item, Level maximum) implements Wider {}

    /** A column that the parent does not have. */
    record Column(ItemId item, Optional<String> column) implements Wider {}

    /** A purpose that the parent does not have. */
    record Purposes(Optional<Purpose> purpose) implements Wider {}

    /** A delivery form that the parent does not have. */
    record Forms(Optional<DeliveryForm> form) implements Wider {}

    /** A recipient that the parent does not have. */
    record Recipients(Optional<PartyId> recipient) implements Wider {}

    /** A floor below the parent's. */
    record LowerFloor(Floor floor) implements Wider {}
}
