package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

/** Go-live approvals of products (R075). */
@Component
public class Approvals {

    private final MandateStore store;
    private final LegalDate legalDate;

    Approvals(MandateStore store, LegalDate legalDate) {
        this.store = store;
        this.legalDate = legalDate;
    }

    /** The product's approval that is in force today, the latest if there are several. */
    @Transactional(readOnly = true)
    public Optional<Mandate> inForce(ProductCode product) {
        return store.all().stream()
                .filter(link -> link.kind() == MandateKind.GO_LIVE_APPROVAL)
                .filter(link -> product.equals(link.contract().place().product()))
                .filter(link -> link.state(legalDate.today()) == MandateState.IN_FORCE)
                .reduce((earlier, later) -> later);
    }
}
