package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What must be in order before the implementing agency agrees that a product goes live. */
public final class GoLiveRules {

    private GoLiveRules() {}

    /**
     * What stands in a product's file when the go-live approval is asked for.
     *
     * @param registrationApplied the application for registration was submitted; its code may come later (N26 art. 9)
     * @param legalGateFiled an opinion on licences is on file (credit reporting, insurance, health, …)
     * @param trialPrice price per metered unit, or null where none was filed
     */
    public record Prerequisites(
            ProductCode product,
            ProductCategory category,
            boolean registrationApplied,
            boolean legalGateFiled,
            @Nullable Money trialPrice) {}

    /** The price the product goes live at, or the first thing that is missing: registration, legal gate, price. */
    public static Outcome<Money> prerequisites(Prerequisites file) {
        return registration(file)
                .then(GoLiveRules::legalGate)
                .then(f -> PriceRules.trialPrice(f.product().value(), f.category(), f.trialPrice()));
    }

    @Clause("R074")
    private static Outcome<Prerequisites> registration(Prerequisites file) {
        return !Rules.on("R074") || file.registrationApplied()
                ? Outcome.done(file)
                : missing(ErrorCode.REGISTRATION_MISSING, file);
    }

    @Clause("Q11")
    private static Outcome<Prerequisites> legalGate(Prerequisites file) {
        return !Rules.on("Q11") || file.legalGateFiled()
                ? Outcome.done(file)
                : missing(ErrorCode.LEGAL_GATE_MISSING, file);
    }

    private static Outcome<Prerequisites> missing(ErrorCode code, Prerequisites file) {
        return Outcome.refused(Refusal.of(code, Map.of("product", file.product().value())));
    }
}
