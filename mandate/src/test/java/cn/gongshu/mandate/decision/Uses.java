package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Story;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The uses of the demo's story. */
final class Uses {

    static final Needs NEEDS_37 = new Needs(
            DeliveryForm.API,
            SubjectKind.PERSON,
            Map.of(Story.PAID, Set.of("person_id", "paid_month"), Story.DETAIL, Set.of("state")));
    static final Needs NEEDS_04 = new Needs(
            DeliveryForm.API,
            SubjectKind.FIRM,
            Map.of(Story.PAID, Set.of("paid_month", "base"), Story.FIRM, Set.of("credit_code")));

    private Uses() {}

    static Use agency37() {
        return use(Story.AGENCY, "agency-37", Story.P37, Story.EMPLOYMENT, NEEDS_37);
    }

    static Use bank04() {
        return use(Story.BANK, "bank-04", Story.P04, Story.CREDIT, NEEDS_04);
    }

    static Use use(
            PartyId recipient, @Nullable String subscription, ProductCode product, Purpose purpose, Needs needs) {
        MandateId id = subscription == null ? null : new MandateId(subscription);
        return new Use(new Caller(recipient, id), product, purpose, needs, 1, new Moment(Story.NOON, Story.TODAY));
    }

    static Use needing(Use use, Needs needs) {
        return new Use(use.caller(), use.product(), use.purpose(), needs, 1, use.moment());
    }

    static Use on(Use use, LocalDate date) {
        return at(use, new Moment(use.moment().machineTime(), date));
    }

    static Use at(Use use, Instant time) {
        return at(use, new Moment(time, use.moment().legalDate()));
    }

    private static Use at(Use use, Moment moment) {
        return new Use(use.caller(), use.product(), use.purpose(), use.needs(), 1, moment);
    }

    static Use purpose(Use use, Purpose purpose) {
        return new Use(use.caller(), use.product(), purpose, use.needs(), 1, use.moment());
    }

    static Needs columns(ItemId item, String... columns) {
        return new Needs(DeliveryForm.API, SubjectKind.PERSON, Map.of(item, Set.of(columns)));
    }

    static ChainSnapshot snapshot(Mandate... instead) {
        return snapshot(7, Story.mandates(instead));
    }

    static ChainSnapshot snapshot(long epoch, List<Mandate> mandates) {
        return ChainSnapshot.of(epoch, mandates, Story.items(), Naming.CODES);
    }

    static Decision.Allowed allowed(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed;
            case Decision.Refused(Refusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    static Refusal refused(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> throw new AssertionError("allowed: " + allowed);
            case Decision.Refused(Refusal refusal) -> refusal;
        };
    }
}
