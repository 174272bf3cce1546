package cn.gongshu.platform.product;

import cn.gongshu.platform.product.Needs.NeedView;
import cn.gongshu.platform.product.Product.LegalGate;
import cn.gongshu.platform.product.Product.RegistrationApplication;
import cn.gongshu.platform.product.Product.TrialPrice;
import cn.gongshu.platform.product.ProductDeclaration.Warning;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.ProductCategory;
import cn.gongshu.regulation.Readiness;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A product as it is answered.
 *
 * @param subjectKind whom a call asks about: PERSON, FIRM, or NONE
 * @param subjects whom the answer is about, the main one first
 * @param price null until a trial price is filed, and for a free product
 * @param gates what must be in its file before it may go live, and what is
 */
record ProductView(
        String code,
        int no,
        String name,
        String industry,
        ProductCategory category,
        List<DeliveryForm> forms,
        Readiness readiness,
        List<NeedView> needs,
        @Nullable UpdateFrequency updateFrequency,
        boolean mayBeCalledRealTime,
        ProductSubject subjectKind,
        List<ProductSubject> subjects,
        List<Sensitivity> sensitivity,
        List<Warning> warnings,
        ProductState state,
        @Nullable RegistrationApplication registration,
        @Nullable LegalGate legalGate,
        @Nullable TrialPrice price,
        List<Gate> gates,
        int version) {

    static ProductView of(Product product, Needs needs, @Nullable Boolean chainHolds) {
        ProductDeclaration declaration = product.declaration();
        return new ProductView(
                product.code().value(),
                declaration.no(),
                declaration.name(),
                declaration.industry(),
                declaration.category(),
                declaration.forms(),
                needs.readiness(),
                needs.each(),
                needs.frequency(),
                needs.mayBeCalledRealTime(),
                asked(declaration.subjects().getFirst()),
                declaration.subjects(),
                declaration.sensitivity(),
                declaration.warnings(),
                product.state(chainHolds),
                product.registration(),
                product.legalGate(),
                product.trialPrice(),
                Gate.of(product),
                product.version());
    }

    private static ProductSubject asked(ProductSubject main) {
        return switch (main) {
            case PERSON, FIRM -> main;
            case HOUSEHOLD, AGGREGATE, NONE, UNDECIDED -> ProductSubject.NONE;
        };
    }

    /**
     * One thing that must be in order before a product goes live.
     *
     * @param needed false where the product does not need it
     * @param at when it was filed, or null
     */
    record Gate(
            Kind kind,
            boolean needed,
            boolean done,
            @Nullable Instant at,
            @Nullable String by,
            String clause) {

        enum Kind {
            REGISTRATION,
            LEGAL_GATE,
            TRIAL_PRICE
        }

        static List<Gate> of(Product product) {
            RegistrationApplication registration = product.registration();
            LegalGate legalGate = product.legalGate();
            TrialPrice price = product.trialPrice();
            boolean charges = product.declaration().category() == ProductCategory.INDUSTRY;
            return List.of(
                    gate(Kind.REGISTRATION, true, registration == null ? null : registration.filed(), "R074"),
                    gate(Kind.LEGAL_GATE, true, legalGate == null ? null : legalGate.filed(), "Q11"),
                    gate(Kind.TRIAL_PRICE, charges, price == null ? null : price.filed(), "R127"));
        }

        private static Gate gate(Kind kind, boolean needed, Product.@Nullable Filed filed, String clause) {
            return filed == null
                    ? new Gate(kind, needed, false, null, null, clause)
                    : new Gate(kind, needed, true, filed.at(), filed.officer(), clause);
        }
    }
}
