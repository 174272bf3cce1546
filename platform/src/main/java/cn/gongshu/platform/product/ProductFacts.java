package cn.gongshu.platform.product;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.GoLiveRules.Prerequisites;
import cn.gongshu.regulation.MeterKind;
import cn.gongshu.regulation.ProductCategory;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/** The product list as other packages read it. */
public interface ProductFacts {

    /** Every product, by its code, as of one moment. */
    Map<ProductCode, ProductFact> products();

    /**
     * What the chain of mandate needs to know of a product.
     *
     * @param items catalogue items it needs
     * @param registrationApplied its registration has been applied for (R074)
     * @param legalGateFiled a legal-gate opinion is on file (Q11)
     * @param price trial price, or null where none is filed (R127)
     */
    record ProductFact(
            String name,
            ProductCategory category,
            Set<DeliveryForm> forms,
            Set<ItemId> items,
            boolean registrationApplied,
            boolean legalGateFiled,
            @Nullable Price price) {

        public ProductFact {
            forms = Set.copyOf(forms);
            items = Set.copyOf(items);
        }

        /** What the rules of going live ask about. */
        public Prerequisites prerequisites(ProductCode code) {
            return new Prerequisites(
                    code, category, registrationApplied, legalGateFiled, price == null ? null : price.amount());
        }
    }

    /** A price per metered unit. */
    record Price(Money amount, MeterKind meter) {}
}
