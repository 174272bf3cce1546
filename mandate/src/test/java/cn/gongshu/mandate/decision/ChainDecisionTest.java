package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Conditions;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Quota;
import cn.gongshu.mandate.Story;
import cn.gongshu.mandate.Timeline;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static cn.gongshu.mandate.decision.Uses.agency37;
import static cn.gongshu.mandate.decision.Uses.allowed;
import static cn.gongshu.mandate.decision.Uses.bank04;
import static cn.gongshu.mandate.decision.Uses.refused;
import static cn.gongshu.mandate.decision.Uses.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

class ChainDecisionTest {

    @Test
    void the_storys_uses_are_allowed_on_their_whole_chain() {
        Decision.Allowed agency = allowed(snapshot().decide(agency37()));
        assertThat(agency.chain().ids())
                .containsExactly("scheme", "agreement", "partner", "scenario-37", "approval-37", "agency-37");
        assertThat(agency.chain().quotaLinks()).containsExactly(Story.id("agency-37"), Story.id("agreement"));
        assertThat(allowed(snapshot().decide(bank04())).chain().ids())
                .containsExactly("scheme", "agreement", "scenario-04", "approval-04", "bank-04");
    }

    @Test
    void a_key_without_a_subscription_named_finds_the_one_of_its_party_and_product() {
        Use use = Uses.use(Story.AGENCY, null, Story.P37, Story.EMPLOYMENT, Uses.NEEDS_37);
        assertThat(allowed(snapshot().decide(use)).chain().leaf().id()).isEqualTo(Story.id("agency-37"));
    }

    @Test
    @Clause("R043")
    void one_unsigned_link_anywhere_stops_the_use_and_is_named() {
        for (String id : List.of("scheme", "agreement", "partner", "scenario-37", "approval-37", "agency-37")) {
            Refusal refusal = refused(snapshot(bent(id, MandateState.CONFIRMED)).decide(agency37()));
            assertThat(refusal.code()).isEqualTo(ErrorCode.LINK_UNSIGNED);
            assertThat(refusal.details().get("link")).endsWith(id);
        }
    }

    @Test
    @Clause("R043")
    void a_contract_changed_behind_its_signatures_is_not_signed() {
        Contract tampered =
                Story.with(Story.agreement(), Story.agreement().limits().with(new Quota(9)));
        Mandate link = new Mandate(tampered, Story.agreement().hash(), Timeline.of(Story.change(MandateState.SIGNED)));
        assertThat(refused(snapshot(link).decide(agency37())).code()).isEqualTo(ErrorCode.LINK_UNSIGNED);
    }

    @Test
    @Clause("R06A")
    void one_suspended_or_terminated_link_anywhere_stops_the_use() {
        for (String id : List.of("scheme", "agreement", "partner", "scenario-37", "approval-37", "agency-37")) {
            assertThat(refused(snapshot(bent(id, MandateState.SUSPENDED)).decide(agency37()))
                            .code())
                    .isEqualTo(ErrorCode.LINK_SUSPENDED);
            assertThat(refused(snapshot(bent(id, MandateState.TERMINATED)).decide(agency37()))
                            .code())
                    .isEqualTo(ErrorCode.LINK_TERMINATED);
        }
        Mandate resumed = bent("agreement", MandateState.SUSPENDED).then(Story.change(MandateState.SIGNED));
        assertThat(snapshot(resumed).decide(agency37())).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    @Clause("R067")
    void the_last_day_counts_and_the_next_does_not() {
        Use first = Uses.on(agency37(), Story.ONE_YEAR.from());
        Use last = Uses.on(agency37(), Story.ONE_YEAR.lastDay());
        assertThat(snapshot().decide(first)).isInstanceOf(Decision.Allowed.class);
        assertThat(snapshot().decide(last)).isInstanceOf(Decision.Allowed.class);
        Refusal before = refused(
                snapshot().decide(Uses.on(agency37(), Story.ONE_YEAR.from().minusDays(1))));
        assertThat(before.code()).isEqualTo(ErrorCode.LINK_NOT_YET);
        Refusal after = refused(snapshot().decide(Uses.on(agency37(), Story.ONE_YEAR.until())));
        assertThat(after.code()).isEqualTo(ErrorCode.LINK_EXPIRED);
        assertThat(after.code().reason(Language.ZH, after.details())).isEqualTo("合伙协议 partner 已于 2027-06-01 届满");
    }

    @Test
    void the_link_nearest_the_root_speaks_first() {
        Mandate suspended = bent("agency-37", MandateState.SUSPENDED);
        Mandate unsigned = bent("agreement", MandateState.ENTERED);
        assertThat(refused(snapshot(suspended, unsigned).decide(agency37())).details())
                .containsEntry("link", "授权运营协议 agreement");
    }

    @Test
    @Clause("R072")
    void an_item_withdrawn_or_never_published_stops_every_product_on_it() {
        for (ItemState state : List.of(
                new ItemState(Story.PAID, false, true, Level.L3), new ItemState(Story.PAID, true, false, Level.L3))) {
            assertThat(refused(with(state).decide(agency37())).code()).isEqualTo(ErrorCode.ITEM_NOT_IN_FORCE);
            assertThat(refused(with(state).decide(bank04())).details()).containsEntry("item", "C07-01");
        }
        assertThat(refused(with(null).decide(agency37())).code()).isEqualTo(ErrorCode.ITEM_NOT_IN_FORCE);
    }

    @Test
    @Clause("R072a")
    void a_level_raised_above_the_scope_stops_the_use_and_the_correction_lets_it_on() {
        Refusal refusal =
                refused(with(new ItemState(Story.PAID, true, true, Level.L4)).decide(agency37()));
        assertThat(refusal.code()).isEqualTo(ErrorCode.LEVEL_ABOVE_SCOPE);
        assertThat(refusal.clause()).isEqualTo("R072a");
        assertThat(refused(with(new ItemState(Story.PAID, true, true, null)).decide(agency37()))
                        .details())
                .containsEntry("level", "未定级");
        assertThat(with(new ItemState(Story.PAID, true, true, Level.L3)).decide(agency37()))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    @Clause("R049")
    void a_column_or_an_item_outside_is_refused_with_the_first_link_that_lacks_it() {
        Refusal column =
                refused(snapshot().decide(Uses.needing(agency37(), Uses.columns(Story.PAID, "person_id", "base"))));
        assertThat(column.details()).containsEntry("column", "C07-01.base").containsEntry("link", "场景方案 scenario-37");
        Refusal name = refused(snapshot().decide(Uses.needing(agency37(), Uses.columns(Story.PAID, "person_name"))));
        assertThat(name.details()).containsEntry("link", "实施方案 scheme");
        Refusal item = refused(snapshot().decide(Uses.needing(agency37(), Uses.columns(Story.FIRM, "credit_code"))));
        assertThat(item.code()).isEqualTo(ErrorCode.COLUMN_OUTSIDE);
    }

    @Test
    @Clause("R082")
    void another_purpose_is_refused_with_its_name() {
        Naming names = new Naming() {
            @Override
            public Name purpose(Purpose purpose) {
                return new Name("授信评估", "credit assessment");
            }

            @Override
            public Name party(PartyId party) {
                return Naming.CODES.party(party);
            }
        };
        ChainSnapshot snapshot = ChainSnapshot.of(7, Story.mandates(), Story.items(), names);
        Refusal refusal = refused(snapshot.decide(Uses.purpose(agency37(), Story.CREDIT)));
        assertThat(refusal.code().reason(Language.ZH, refusal.details())).isEqualTo("用途“授信评估”不在 场景方案 scenario-37 的范围内");
        assertThat(refusal.code().reason(Language.EN, refusal.details()))
                .isEqualTo("Purpose credit assessment is outside the scope of scenario scenario-37");
    }

    @Test
    @Clause("R073")
    void another_delivery_form_is_refused() {
        Needs file = new Needs(DeliveryForm.DATA_SET, SubjectKind.PERSON, Uses.NEEDS_37.columns());
        Refusal refusal = refused(snapshot().decide(Uses.needing(agency37(), file)));
        assertThat(refusal.details()).containsEntry("form", "数据集").containsEntry("form@en", "data set");
    }

    @Test
    @Clause("R102")
    void a_subscription_above_whose_head_the_recipient_was_struck_out_is_refused() {
        Contract narrowed = Story.with(Story.scenario37(), Story.scope37().narrowedTo(Story.EMPLOYMENT, Story.BANK));
        assertThat(refused(snapshot(Story.signed(narrowed)).decide(agency37())).code())
                .isEqualTo(ErrorCode.RECIPIENT_OUTSIDE);
    }

    @Test
    @Clause("R102")
    void the_banks_key_for_another_product_opens_nothing() {
        Use honest = Uses.use(Story.BANK, "bank-04", Story.P37, Story.EMPLOYMENT, Uses.NEEDS_37);
        assertThat(refused(snapshot().decide(honest)).code()).isEqualTo(ErrorCode.RECIPIENT_OUTSIDE);
    }

    @Test
    @Clause("R082")
    void the_banks_purpose_for_another_product_opens_nothing() {
        Use itsPurpose = Uses.use(Story.BANK, "bank-04", Story.P37, Story.CREDIT, Uses.NEEDS_37);
        assertThat(refused(snapshot().decide(itsPurpose)).code()).isEqualTo(ErrorCode.PURPOSE_OUTSIDE);
    }

    @Test
    void a_stolen_subscription_id_opens_nothing() {
        Use stolen = Uses.use(Story.BANK, "agency-37", Story.P37, Story.EMPLOYMENT, Uses.NEEDS_37);
        assertThat(snapshot().decide(stolen)).isInstanceOf(Decision.Refused.class);
        Use invented = Uses.use(Story.AGENCY, "nothing", Story.P37, Story.EMPLOYMENT, Uses.NEEDS_37);
        assertThat(refused(snapshot().decide(invented)).code()).isEqualTo(ErrorCode.NO_MANDATE);
    }

    @Test
    @Clause("R075")
    void before_the_approval_a_product_is_not_live() {
        Use use = Uses.use(Story.AGENCY, null, Story.P37, Story.EMPLOYMENT, Uses.NEEDS_37);
        assertThat(refused(snapshot(7, Story.without("approval-37")).decide(use))
                        .code())
                .isEqualTo(ErrorCode.NOT_LIVE);
        List<Mandate> entered = new ArrayList<>(Story.without("approval-37"));
        entered.add(bent("approval-37", MandateState.CONFIRMED));
        assertThat(refused(snapshot(7, entered).decide(use)).code()).isEqualTo(ErrorCode.NOT_LIVE);
        List<Mandate> live = Story.without("agency-37");
        assertThat(refused(snapshot(7, live).decide(use)).code()).isEqualTo(ErrorCode.NO_MANDATE);
    }

    @Test
    @Clause("R082")
    void hours_hold_in_shanghai_and_an_unknown_condition_never_holds() {
        Contract office = Story.with(
                Story.partner(), Story.partner().limits().with(Conditions.of(new Condition.HoursOfDay(480, 1080))));
        ChainSnapshot snapshot = snapshot(Story.signed(office));
        assertThat(snapshot.decide(at("2026-11-24T00:00:00Z"))).isInstanceOf(Decision.Allowed.class);
        assertThat(snapshot.decide(at("2026-11-24T09:59:59Z"))).isInstanceOf(Decision.Allowed.class);
        Refusal evening = refused(snapshot.decide(at("2026-11-24T10:00:00Z")));
        assertThat(evening.code().reason(Language.ZH, evening.details()))
                .isEqualTo("合伙协议 partner 的条件“使用时段 08:00–18:00”不满足");
        Contract strange = Story.with(
                Story.partner(),
                Story.partner()
                        .limits()
                        .with(Conditions.of(new Condition.UnknownCondition("place", Map.of("area", "六安")))));
        assertThat(refused(snapshot(Story.signed(strange)).decide(agency37())).code())
                .isEqualTo(ErrorCode.CONDITION_UNKNOWN);
    }

    @Test
    void a_chain_that_is_not_whole_is_none() {
        for (String missing : List.of("scheme", "agreement", "partner", "scenario-37", "approval-37")) {
            List<Mandate> torn = new ArrayList<>(Story.mandates());
            torn.removeIf(link -> link.id().equals(new MandateId(missing)));
            assertThat(snapshot(7, torn).decide(agency37())).isInstanceOf(Decision.Refused.class);
        }
    }

    private static Use at(String instant) {
        return Uses.at(agency37(), Instant.parse(instant));
    }

    private static ChainSnapshot with(@Nullable ItemState state) {
        List<ItemState> items = new ArrayList<>(Story.items());
        items.removeIf(item -> item.item().equals(new ItemId("C07-01")));
        if (state != null) {
            items.add(state);
        }
        return ChainSnapshot.of(7, Story.mandates(), items, Naming.CODES);
    }

    private static Mandate bent(String id, MandateState state) {
        Contract contract = Story.contracts().stream()
                .filter(one -> one.id().equals(new MandateId(id)))
                .findFirst()
                .orElseThrow();
        return Mandate.of(contract, Timeline.of(Story.change(state)));
    }
}
