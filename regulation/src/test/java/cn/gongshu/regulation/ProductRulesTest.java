package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

import static cn.gongshu.regulation.ProductCategory.INDUSTRY;
import static cn.gongshu.regulation.ProductCategory.PUBLIC_GOOD;
import static org.assertj.core.api.Assertions.assertThat;

class ProductRulesTest {

    @Test
    @Clause("R122")
    void a_public_good_product_has_no_price() {
        assertThat(Refused.in(price(PUBLIC_GOOD, new Money(1))).code()).isEqualTo(ErrorCode.PRICE_FOR_FREE);
        assertThat(price(PUBLIC_GOOD, null)).isEqualTo(Outcome.done(Money.ZERO));
        assertThat(price(PUBLIC_GOOD, Money.ZERO)).isEqualTo(Outcome.done(Money.ZERO));
    }

    @Test
    @Clause("R127")
    void a_chargeable_product_needs_its_trial_price() {
        assertThat(Refused.in(price(INDUSTRY, null)).code()).isEqualTo(ErrorCode.PRICE_MISSING);
        assertThat(Refused.in(price(INDUSTRY, new Money(-1))).code()).isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(price(INDUSTRY, new Money(50))).isEqualTo(Outcome.done(new Money(50)));
    }

    @Test
    @Clause("R074")
    void going_live_needs_the_application_for_registration() {
        assertThat(Refused.in(file(false, true, new Money(50))).code()).isEqualTo(ErrorCode.REGISTRATION_MISSING);
        assertThat(file(true, true, new Money(50))).isEqualTo(Outcome.done(new Money(50)));
    }

    @Test
    @Clause("Q11")
    void going_live_needs_the_legal_gate() {
        assertThat(Refused.in(file(true, false, new Money(50))).code()).isEqualTo(ErrorCode.LEGAL_GATE_MISSING);
        assertThat(Refused.in(file(true, true, null)).code()).isEqualTo(ErrorCode.PRICE_MISSING);
    }

    @Test
    @Clause("R162")
    void readiness_follows_from_the_states_in_every_mix() {
        for (int mix = 0; mix < 8; mix++) {
            boolean collected = (mix & 1) != 0;
            boolean waiting = (mix & 2) != 0;
            boolean missing = (mix & 4) != 0;
            List<NeedState> needs = List.of(
                    collected ? NeedState.COLLECTED : NeedState.MISSING,
                    waiting ? NeedState.TO_BE_COLLECTED : collected ? NeedState.COLLECTED : NeedState.MISSING,
                    missing ? NeedState.MISSING : collected ? NeedState.COLLECTED : NeedState.TO_BE_COLLECTED);
            assertThat(Readiness.of(needs)).as(needs.toString()).isEqualTo(expected(needs));
        }
        assertThat(Readiness.of(List.of())).isEqualTo(Readiness.BLOCKED);
    }

    @Test
    @Clause("Q07")
    void daily_data_makes_no_real_time_product() {
        assertThat(FreshnessRules.mayBeCalledRealTime(List.of(UpdateFrequency.REAL_TIME)))
                .isTrue();
        assertThat(FreshnessRules.mayBeCalledRealTime(List.of(UpdateFrequency.REAL_TIME, UpdateFrequency.DAILY)))
                .isFalse();
        assertThat(FreshnessRules.mayBeCalledRealTime(List.of())).isFalse();
    }

    /** The sentence, word by word. */
    private static Readiness expected(List<NeedState> needs) {
        List<NeedState> inAnnex =
                needs.stream().filter(need -> need != NeedState.MISSING).toList();
        if (inAnnex.isEmpty()) {
            return Readiness.BLOCKED;
        }
        if (inAnnex.stream().allMatch(need -> need == NeedState.TO_BE_COLLECTED)) {
            return Readiness.WAITS;
        }
        return needs.stream().allMatch(need -> need == NeedState.COLLECTED) ? Readiness.READY : Readiness.PARTIAL;
    }

    private static Outcome<Money> price(ProductCategory category, @Nullable Money price) {
        return PriceRules.trialPrice("P04", category, price);
    }

    private static Outcome<Money> file(boolean registered, boolean legalGate, @Nullable Money price) {
        return GoLiveRules.prerequisites(
                new GoLiveRules.Prerequisites(new ProductCode("P04"), INDUSTRY, registered, legalGate, price));
    }
}
