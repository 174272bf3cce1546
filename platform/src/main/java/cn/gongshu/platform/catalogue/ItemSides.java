package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.access.Role;
import cn.gongshu.regulation.LevelRules.Side;
import org.springframework.stereotype.Component;

import java.util.Map;

/** On whose side an officer stands towards an item: one of its data providers, or the implementing agency. */
@Component
class ItemSides {

    private final CatalogueStore store;

    ItemSides(CatalogueStore store) {
        this.store = store;
    }

    Outcome<Side> of(CatalogueItem item, Officer officer) {
        boolean owns =
                store.providersOf(item.unit()).contains(officer.organisation().value());
        if (officer.has(Role.PROVIDER) && owns) {
            return Outcome.done(Side.DATA_PROVIDER);
        }
        if (officer.has(Role.AGENCY)) {
            return Outcome.done(Side.IMPLEMENTING_AGENCY);
        }
        return Outcome.refused(Refusal.of(
                        ErrorCode.NOT_PERMITTED,
                        Map.of(
                                "operation", "处理其他单位的目录项",
                                "operation@en", "act on another provider's item"))
                .under("R072a"));
    }

    static Refusal noItem(String id) {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "目录项 " + id, "what@en", "catalogue item " + id));
    }
}
