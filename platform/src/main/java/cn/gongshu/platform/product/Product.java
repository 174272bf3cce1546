package cn.gongshu.platform.product;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.act.Document;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A product as it stands: what the list says, and the latest of each paper in its file.
 *
 * @param registration latest application for registration, or null
 * @param legalGate latest legal-gate opinion, or null
 * @param trialPrice latest trial price, or null
 */
record Product(
        ProductCode code,
        int version,
        ProductDeclaration declaration,
        @Nullable RegistrationApplication registration,
        @Nullable LegalGate legalGate,
        @Nullable TrialPrice trialPrice) {

    /**
     * How far it has come.
     *
     * @param chainHolds whether its chain is in force; null while no version was activated
     */
    ProductState state(@Nullable Boolean chainHolds) {
        if (chainHolds != null) {
            return chainHolds ? ProductState.LIVE : ProductState.SUSPENDED;
        }
        return registration == null ? ProductState.LISTED : ProductState.REGISTRATION_APPLIED;
    }

    /** An application for registration (R074). */
    record RegistrationApplication(String registrar, LocalDate appliedOn, Document document, Filed filed) {}

    /**
     * An opinion on whether a licence is needed, such as for credit reporting (Q11).
     *
     * @param licenceNeeded what the opinion finds
     */
    record LegalGate(boolean licenceNeeded, String opinion, Document document, Filed filed) {}

    /**
     * A trial price (R127).
     *
     * @param fen price per metered unit
     */
    record TrialPrice(long fen, MeterKind meter, Document document, Filed filed) {}

    /** Who filed a paper, by name, for which organisation, and when. */
    record Filed(String organisation, String officer, Instant at) {}
}
