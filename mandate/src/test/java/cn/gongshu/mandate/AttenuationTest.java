package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.Derogation;
import cn.gongshu.regulation.MeterKind;
import cn.gongshu.regulation.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static cn.gongshu.mandate.Story.TODAY;
import static cn.gongshu.mandate.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

class AttenuationTest {

    private final Attenuation attenuation = new Attenuation(Story.PARAMETERS);

    @Test
    void every_link_of_the_story_can_be_made_under_those_above_it() {
        for (Contract contract : Story.contracts()) {
            assertThat(check(contract)).isEqualTo(Outcome.done(contract));
        }
    }

    @Test
    @Clause("R066")
    void a_six_year_agreement_is_refused_and_stands_with_a_derogation() {
        Term sixYears = Term.ofYears(Story.FIVE_YEARS.from(), 6);
        List<Mandate> longScheme = List.of(Story.signed(with(Story.scheme(), Limits.of(sixYears))));
        Contract agreement = with(Story.agreement(), Limits.of(sixYears));
        assertThat(Refused.in(check(agreement, longScheme)).clause()).isEqualTo("R066");
        Limits derogated = new Limits(sixYears, Conditions.of(), null, new Derogation("理由", "市政府常务会议"));
        assertThat(check(with(agreement, derogated), longScheme)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("R030")
    void a_second_overall_agreement_in_the_same_years_is_refused_until_the_first_was_terminated() {
        Contract second = new Contract(
                Story.id("second"),
                Story.agreement().place(),
                Story.agreement().parties(),
                "第二份协议",
                Story.whole(),
                Story.agreement().limits());
        assertThat(Refused.in(check(second)).code()).isEqualTo(ErrorCode.OVERLAPPING_AGREEMENT);
        Mandate ended = Story.signed(Story.agreement()).then(Story.change(MandateState.TERMINATED));
        assertThat(check(second, Story.mandates(ended))).isInstanceOf(Outcome.Done.class);
        Mandate entered = Mandate.of(Story.agreement(), Timeline.of(Story.change(MandateState.ENTERED)));
        assertThat(check(second, Story.mandates(entered)))
                .as("what is merely entered blocks nobody")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("R031")
    void a_later_end_than_the_parents_is_refused() {
        Limits later = Limits.of(Term.throughLastDay(TODAY, Story.FIVE_YEARS.until()));
        Refusal refusal = Refused.in(check(with(Story.partner(), later)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TERM_BEYOND_PARENT);
    }

    @Test
    @Clause("R031")
    void each_respect_in_which_a_scope_can_be_wider_is_named() {
        Scope scope = Story.scope37();
        Contract child = Story.approval37();
        assertWider(with(child, with(scope, Story.item(Story.FIRM, Choice.of("name"), Level.L1))), "目录项 C14-01");
        assertWider(
                with(child, with(scope, Story.item(Story.PAID, Choice.of("person_id"), Level.L4))),
                "目录项 C07-01 的级别上限 L4");
        assertWider(
                with(child, scope(Choice.of(Story.EMPLOYMENT, Story.CREDIT), scope.forms(), new Floor(10))),
                "用途“credit-assessment”");
        assertWider(with(child, scope(scope.purposes(), Choice.of(DeliveryForm.DATA_SET), new Floor(10))), "交付形式“数据集”");
        assertWider(with(child, scope(scope.purposes(), scope.forms(), new Floor(9))), "人数门槛 9");
        Scope forBank = new Scope(scope.items(), scope.purposes(), scope.forms(), Choice.of(Story.BANK), new Floor(10));
        assertWider(with(child, forBank), "接收方“bank”");
    }

    @Test
    @Clause("R031")
    void any_is_wider_than_a_list() {
        Scope narrow =
                new Scope(Story.whole().items(), Choice.of(Story.CREDIT), Choice.any(), Choice.any(), new Floor(10));
        Mandate parent = Story.signed(with(Story.agreement(), narrow));
        Refusal refusal = Refused.in(check(Story.partner(), Story.mandates(parent)));
        assertThat(refusal.details()).containsEntry("aspect", "用途不限");
    }

    @Test
    @Clause("R049")
    void a_column_outside_the_agreement_is_refused_by_name() {
        Scope scope = with(Story.scope04(), Story.item(Story.PAID, Choice.of("paid_month", "person_name"), Level.L3));
        Refusal refusal = Refused.in(check(with(Story.scenario04(), scope)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.COLUMN_OUTSIDE);
        assertThat(refusal.code().reason(Language.ZH, refusal.details()))
                .isEqualTo("列 C07-01.person_name 不在 授权运营协议 agreement 的范围内");
        assertThat(refusal.code().reason(Language.EN, refusal.details()))
                .isEqualTo("Column C07-01.person_name is outside the scope of operating agreement agreement");
    }

    @Test
    @Clause("R049")
    void from_the_scenario_down_nothing_is_left_open() {
        for (Contract contract : Story.contracts()) {
            Scope open = new Scope(
                    contract.scope().items(),
                    contract.scope().purposes(),
                    contract.scope().forms(),
                    Choice.any(),
                    contract.scope().floor());
            Outcome<Contract> outcome = check(with(contract, open));
            if (contract.kind().concrete()) {
                assertThat(Refused.in(outcome).clause()).isEqualTo("R049");
            } else {
                assertThat(outcome).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @Test
    @Clause("R102")
    void a_subscription_serves_its_own_consumer_alone() {
        Contract foreign = with(Story.agencySubscription(), new Parties(Story.PARTNER, Story.BANK));
        assertThat(Refused.in(check(foreign)).code()).isEqualTo(ErrorCode.RECIPIENT_OUTSIDE);
    }

    @Test
    @Clause("R043")
    void nobody_grants_to_itself_except_the_scheme() {
        for (Contract contract : Story.contracts()) {
            Contract same = with(
                    contract,
                    new Parties(contract.parties().grantor(), contract.parties().grantor()));
            Outcome<Contract> outcome = check(same);
            if (contract.kind() == MandateKind.SCHEME) {
                assertThat(outcome).isInstanceOf(Outcome.Done.class);
            } else {
                assertThat(Refused.in(outcome).code()).isEqualTo(ErrorCode.SIGNERS_SAME);
            }
        }
    }

    @Test
    @Clause("R031")
    void nobody_grants_what_another_holds() {
        for (Contract contract : Story.contracts()) {
            if (contract.kind() == MandateKind.SCHEME) {
                continue;
            }
            Parties stranger =
                    new Parties(new PartyId("stranger"), contract.parties().grantee());
            assertThat(Refused.in(check(with(contract, stranger))).code()).isEqualTo(ErrorCode.FIELD_INVALID);
        }
        Contract forAnother = with(Story.approval37(), new Parties(Story.BUREAU, Story.OPERATOR));
        assertThat(Refused.in(check(forAnother)).code()).isEqualTo(ErrorCode.FIELD_INVALID);
    }

    @ParameterizedTest
    @EnumSource
    @Clause("R031")
    void a_link_hangs_only_where_the_table_lets_its_kind_hang(MandateKind kind) {
        for (Contract above : Story.contracts()) {
            Placement place = new Placement(kind, above.id(), kind.ofProduct() ? Story.P37 : null);
            boolean permitted = kind.parents().contains(above.kind());
            Outcome<Contract> outcome = LinkPlace.hangs(with(Story.partner(), place), Story.signed(above));
            boolean productDiffers = kind == MandateKind.SUBSCRIPTION
                    && !Story.P37.equals(above.place().product());
            assertThat(outcome instanceof Outcome.Done)
                    .as("%s under %s", kind, above.kind())
                    .isEqualTo(permitted && !productDiffers);
        }
        boolean root = check(with(Story.scheme(), new Placement(kind, null, null))) instanceof Outcome.Done;
        assertThat(root).isEqualTo(kind == MandateKind.SCHEME);
    }

    @Test
    void a_parent_that_is_not_there_gives_nothing() {
        Contract orphan = with(Story.partner(), new Placement(MandateKind.PARTNER_AGREEMENT, Story.id("none"), null));
        assertThat(Refused.in(check(orphan)).code()).isEqualTo(ErrorCode.FIELD_INVALID);
    }

    @Test
    @Clause("R06A")
    void nothing_is_made_under_a_suspended_link_however_far_above() {
        Mandate suspended = Story.signed(Story.agreement()).then(Story.change(MandateState.SUSPENDED));
        Refusal refusal = Refused.in(check(Story.agencySubscription(), Story.mandates(suspended)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.LINK_SUSPENDED);
        assertThat(refusal.details()).containsEntry("link", "授权运营协议 agreement");
    }

    @Test
    @Clause("R043")
    void nothing_is_made_under_an_unsigned_link() {
        Mandate unsigned = Mandate.of(Story.agreement(), Timeline.of(Story.change(MandateState.CONFIRMED)));
        assertThat(Refused.in(check(Story.partner(), Story.mandates(unsigned))).code())
                .isEqualTo(ErrorCode.LINK_UNSIGNED);
    }

    @Test
    @Clause("R067")
    void nothing_is_made_under_a_link_that_has_ended() {
        Outcome<Contract> late =
                attenuation.check(Story.approval37(), Story.ground(Story.mandates()), Story.ONE_YEAR.until());
        assertThat(Refused.in(late).code()).isEqualTo(ErrorCode.LINK_EXPIRED);
    }

    @Test
    @Clause("R072")
    void no_agreement_is_made_over_an_item_that_is_not_published() {
        Map<ItemId, ItemState> items =
                new HashMap<>(Story.ground(Story.mandates()).items());
        items.put(Story.DETAIL, new ItemState(Story.DETAIL, false, true, Level.L3));
        Attenuation.Ground ground = new Attenuation.Ground(MandateTree.of(Story.mandates()), items, Naming.CODES);
        assertThat(Refused.in(attenuation.check(Story.agreement(), ground, TODAY))
                        .details())
                .containsEntry("item", "C07-02");
        assertThat(attenuation.check(Story.scheme(), ground, TODAY)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("R082")
    void a_condition_nobody_here_knows_makes_no_link() {
        Conditions unknown = Conditions.of(new Condition.UnknownCondition("place", Map.of()));
        Contract contract = with(Story.partner(), Story.partner().limits().with(unknown));
        assertThat(Refused.in(check(contract)).code()).isEqualTo(ErrorCode.CONDITION_UNKNOWN);
    }

    @Test
    @Clause("R031")
    void a_condition_of_the_parent_is_restated_as_strictly() {
        Contract free = with(Story.bankSubscription(), Limits.of(Story.ONE_YEAR));
        assertThat(Refused.in(check(free)).details()).containsEntry("aspect", "条件（按服务次数计费，每单位 0.50 元）");
        Conditions cheaper = Conditions.of(
                new Condition.Metered(new Money(49), MeterKind.SERVICE_COUNT), new Condition.SubjectConsent("2026-1"));
        assertThat(Refused.in(check(with(free, free.limits().with(cheaper)))).code())
                .isEqualTo(ErrorCode.WIDER_THAN_PARENT);
    }

    @Test
    @Clause("R031")
    void a_quota_promises_no_more_than_the_nearest_above() {
        Limits limits = Story.agencySubscription().limits();
        assertThat(check(with(Story.agencySubscription(), limits.with(new Quota(1000)))))
                .isInstanceOf(Outcome.Done.class);
        Refusal refusal = Refused.in(check(with(Story.agencySubscription(), limits.with(new Quota(1001)))));
        assertThat(refusal.code().reason(Language.ZH, refusal.details()))
                .isEqualTo("用量额度 1001 次超出上级授权 授权运营协议 agreement");
    }

    private static Scope scope(Choice<Purpose> purposes, Choice<DeliveryForm> forms, Floor floor) {
        return new Scope(
                Story.scope37().items(), purposes, forms, Story.scope37().recipients(), floor);
    }

    private void assertWider(Contract child, String aspect) {
        Refusal refusal = Refused.in(check(child));
        assertThat(refusal.code()).isEqualTo(ErrorCode.WIDER_THAN_PARENT);
        assertThat(refusal.clause()).isEqualTo("R031");
        assertThat(refusal.details()).containsEntry("aspect", aspect);
    }

    private Outcome<Contract> check(Contract contract) {
        return check(contract, Story.mandates());
    }

    private Outcome<Contract> check(Contract contract, List<Mandate> mandates) {
        return attenuation.check(contract, Story.ground(mandates), TODAY);
    }
}
