package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What may be charged for a product before the first full operating year. */
public final class PriceRules {

    private PriceRules() {}

    /** The price to charge per metered unit: zero for a free product, the trial price for a chargeable one. */
    public static Outcome<Money> trialPrice(String product, ProductCategory category, @Nullable Money trialPrice) {
        return switch (category) {
            case PUBLIC_GOOD -> free(trialPrice);
            case INDUSTRY -> charged(product, trialPrice);
        };
    }

    @Clause("R122")
    private static Outcome<Money> free(@Nullable Money price) {
        if (price == null || price.equals(Money.ZERO)) {
            return Outcome.done(Money.ZERO);
        }
        return Rules.on("R122") ? Outcome.refused(Refusal.of(ErrorCode.PRICE_FOR_FREE)) : Outcome.done(price);
    }

    @Clause("R127")
    private static Outcome<Money> charged(String product, @Nullable Money price) {
        if (price == null) {
            return Rules.on("R127")
                    ? Outcome.refused(Refusal.of(ErrorCode.PRICE_MISSING, Map.of("product", product)))
                    : Outcome.done(Money.ZERO);
        }
        if (price.fen() < 0) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    Map.of("field", "价格", "field@en", "price", "rule", "不得为负", "rule@en", "not negative")));
        }
        return Outcome.done(price);
    }
}
