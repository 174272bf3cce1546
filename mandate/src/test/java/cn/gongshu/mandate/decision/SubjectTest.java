package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Conditions;
import cn.gongshu.mandate.Floor;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Scope;
import cn.gongshu.mandate.Story;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static cn.gongshu.mandate.decision.Uses.allowed;
import static cn.gongshu.mandate.decision.Uses.refused;
import static org.assertj.core.api.Assertions.assertThat;

class SubjectTest {

    private final EpochWatch watch = new EpochWatch();
    private final DecisionPoint point = new DecisionPoint(watch, () -> 0);

    @BeforeEach
    void adopt() {
        watch.adopt(Uses.snapshot(), 0);
    }

    @Test
    @Clause("I01")
    void a_lookup_about_a_person_brings_the_duty_to_have_its_consent() {
        assertThat(agency().obligations())
                .containsExactly(new Obligation.RequireConsent(Story.EMPLOYMENT, Story.AGENCY, null));
    }

    @Test
    @Clause("I01")
    void without_consent_nothing_is_answered_and_with_it_the_same_decision_stands() {
        assertThat(refused(point.judgeSubject(agency(), SubjectStanding.SILENT)).code())
                .isEqualTo(ErrorCode.CONSENT_MISSING);
        Decision.Allowed agency = agency();
        assertThat(point.judgeSubject(agency, SubjectStanding.consenting(consent())))
                .isSameAs(agency);
    }

    @Test
    @Clause("I01")
    void a_consent_for_anything_else_is_none() {
        Consent good = consent();
        for (Consent bad : new Consent[] {
            new Consent(Story.CREDIT, Story.AGENCY, null, "2026-1", good.lastDay(), false),
            new Consent(Story.EMPLOYMENT, Story.BANK, null, "2026-1", good.lastDay(), false),
            new Consent(Story.EMPLOYMENT, Story.AGENCY, Story.P04, "2026-1", good.lastDay(), false),
            new Consent(Story.EMPLOYMENT, Story.AGENCY, null, "2026-1", Story.TODAY.minusDays(1), false),
            new Consent(Story.EMPLOYMENT, Story.AGENCY, null, "2026-1", good.lastDay(), true),
        }) {
            assertThat(point.judgeSubject(agency(), SubjectStanding.consenting(bad)))
                    .as(bad.toString())
                    .isInstanceOf(Decision.Refused.class);
        }
        Consent lastDay = new Consent(Story.EMPLOYMENT, Story.AGENCY, Story.P37, "x", Story.TODAY, false);
        assertThat(point.judgeSubject(agency(), SubjectStanding.consenting(lastDay)))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    @Clause("I01")
    void a_no_outweighs_a_yes() {
        assertThat(point.judgeSubject(agency(), new SubjectStanding(consent(), true)))
                .isInstanceOf(Decision.Refused.class);
        Decision.Allowed firmWithoutConsentAsked = new Decision.Allowed(Uses.bank04(), agency().chain(), List.of());
        assertThat(point.judgeSubject(firmWithoutConsentAsked, new SubjectStanding(null, true)))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    @Clause("I01")
    void a_firms_consent_is_asked_where_the_chain_says_so_and_to_the_text_it_names() {
        Decision.Allowed bank = allowed(point.decide(Uses.bank04()));
        assertThat(bank.obligations())
                .containsExactly(
                        new Obligation.RequireConsent(Story.CREDIT, Story.BANK, "2026-1"),
                        new Obligation.Charge(new Money(50), MeterKind.SERVICE_COUNT));
        assertThat(point.judgeSubject(bank, SubjectStanding.consenting(firm("2025-9", null))))
                .isInstanceOf(Decision.Refused.class);
        assertThat(point.judgeSubject(bank, SubjectStanding.consenting(firm("2026-1", Story.P04))))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void a_firm_is_not_asked_where_no_link_says_so() {
        Needs firm = new Needs(DeliveryForm.API, SubjectKind.FIRM, Uses.NEEDS_37.columns());
        Decision.Allowed use = allowed(point.decide(Uses.needing(Uses.agency37(), firm)));
        assertThat(use.obligations()).isEmpty();
        assertThat(point.judgeSubject(use, SubjectStanding.SILENT)).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void an_aggregate_brings_the_highest_floor_of_the_chain_and_leaves_out_who_opted_out() {
        Scope scope = Story.scope37();
        Scope higher = new Scope(scope.items(), scope.purposes(), scope.forms(), scope.recipients(), new Floor(25));
        watch.adopt(Uses.snapshot(8, Story.mandates(Story.signed(Story.with(Story.scenario37(), higher)))), 0);
        Needs counts = new Needs(DeliveryForm.API, SubjectKind.AGGREGATE, Uses.NEEDS_37.columns());
        assertThat(allowed(point.decide(Uses.needing(Uses.agency37(), counts))).obligations())
                .containsExactly(new Obligation.FloorOf(25), new Obligation.LeaveOutOptOuts(Story.EMPLOYMENT));
    }

    @Test
    void the_text_named_nearest_the_subscription_is_the_one_to_agree_to() {
        Conditions loose = Conditions.of(new Condition.SubjectConsent(null));
        watch.adopt(
                Uses.snapshot(
                        8,
                        Story.mandates(Story.signed(Story.with(
                                Story.scenario04(), Story.scenario04().limits().with(loose))))),
                0);
        Obligation.RequireConsent required =
                allowed(point.decide(Uses.bank04())).obligation(Obligation.RequireConsent.class);
        assertThat(required).isNotNull();
        assertThat(required.textVersion()).isEqualTo("2026-1");
    }

    private Decision.Allowed agency() {
        return allowed(point.decide(Uses.agency37()));
    }

    private static Consent consent() {
        return consent(Story.EMPLOYMENT, Story.AGENCY, null, "2026-1");
    }

    private static Consent firm(String text, @Nullable ProductCode product) {
        return consent(Story.CREDIT, Story.BANK, product, text);
    }

    private static Consent consent(Purpose purpose, PartyId recipient, @Nullable ProductCode product, String text) {
        return new Consent(purpose, recipient, product, text, LocalDate.of(2027, 1, 1), false);
    }
}
