package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.MandateTree;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Go-live approvals of products (R075). */
@Component
public class Approvals {

    private final MandateStore store;
    private final LegalDate legalDate;

    Approvals(MandateStore store, LegalDate legalDate) {
        this.store = store;
        this.legalDate = legalDate;
    }

    /** The product's approval that is in force today, the one signed last if there are several. */
    @Transactional(readOnly = true)
    public Optional<Mandate> inForce(ProductCode product) {
        return store.all().stream()
                .filter(link -> link.kind() == MandateKind.GO_LIVE_APPROVAL)
                .filter(link -> product.equals(link.contract().place().product()))
                .filter(link -> link.state(legalDate.today()) == MandateState.IN_FORCE)
                .reduce((earlier, later) -> later);
    }

    /** Who holds what an approval rests on: the operator of its agreement, and whoever it was granted to. */
    @Transactional(readOnly = true)
    public Set<PartyId> holders(Mandate approval) {
        return MandateTree.of(store.all()).chain(approval.id()).stream()
                .filter(link ->
                        link.kind() == MandateKind.OPERATING_AGREEMENT || link.kind() == MandateKind.GO_LIVE_APPROVAL)
                .map(Mandate::grantee)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By product with a go-live approval: whether the one signed last and every link above it are in force today. */
    @Transactional(readOnly = true)
    public Map<ProductCode, Boolean> standing() {
        LocalDate today = legalDate.today();
        Map<MandateId, Boolean> held = new HashMap<>();
        Map<ProductCode, Boolean> standing = new HashMap<>();
        for (Mandate link : store.all()) {
            MandateId parent = link.contract().place().parent();
            boolean inForce =
                    link.state(today) == MandateState.IN_FORCE && (parent == null || held.getOrDefault(parent, false));
            held.put(link.id(), inForce);
            ProductCode product = link.contract().place().product();
            if (link.kind() == MandateKind.GO_LIVE_APPROVAL && product != null) {
                standing.put(product, inForce);
            }
        }
        return Map.copyOf(standing);
    }
}
