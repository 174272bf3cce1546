package cn.gongshu.platform.product;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.platform.catalogue.CollectionState;
import cn.gongshu.platform.catalogue.ItemState;
import cn.gongshu.platform.product.ProductDeclaration.Need;
import cn.gongshu.regulation.FreshnessRules;
import cn.gongshu.regulation.NeedState;
import cn.gongshu.regulation.Readiness;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a product needs, as the catalogue stands: computed each time, never stored (R162).
 *
 * @param frequency how often the slowest source is brought up to date, or null where that is not known
 * @param mayBeCalledRealTime whether the product may promise live answers (Q07)
 */
record Needs(
        List<NeedView> each, Readiness readiness, @Nullable UpdateFrequency frequency, boolean mayBeCalledRealTime) {

    static Needs of(ProductDeclaration product, Map<ItemId, ItemState> catalogue) {
        List<NeedView> each = new ArrayList<>();
        List<@Nullable UpdateFrequency> sources = new ArrayList<>();
        for (Need need : product.needs()) {
            ItemState item = need.item() == null ? null : catalogue.get(new ItemId(need.item()));
            each.add(new NeedView(need.name(), need.item(), state(item)));
            if (item != null) {
                sources.add(item.updateFrequency());
            }
        }
        boolean allKnown = sources.stream().allMatch(Objects::nonNull);
        List<UpdateFrequency> known = sources.stream().filter(Objects::nonNull).toList();
        return new Needs(
                each,
                Readiness.of(each.stream().map(NeedView::state).toList()),
                allKnown ? known.stream().max(UpdateFrequency::compareTo).orElse(null) : null,
                allKnown && FreshnessRules.mayBeCalledRealTime(known));
    }

    private static NeedState state(@Nullable ItemState item) {
        if (item == null) {
            return NeedState.MISSING;
        }
        return item.collectionState() == CollectionState.COLLECTED ? NeedState.COLLECTED : NeedState.TO_BE_COLLECTED;
    }

    /** One need and where the catalogue leaves it. */
    record NeedView(String name, @Nullable String item, NeedState state) {}
}
