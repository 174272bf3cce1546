package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.Story;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Refused;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CascadeTest {

    @Test
    void stopping_the_agreement_reaches_everything_below_it() {
        Cascade cascade = preview("agreement");
        assertThat(cascade.below()).hasSize(7);
        assertThat(cascade.products()).containsExactly(Story.P04, Story.P37);
        assertThat(cascade.subscriptions()).containsExactly(Story.id("bank-04"), Story.id("agency-37"));
    }

    @Test
    void stopping_one_branch_leaves_the_other_alone() {
        Cascade cascade = preview("partner");
        assertThat(cascade.products()).containsExactly(Story.P37);
        assertThat(cascade.subscriptions()).containsExactly(Story.id("agency-37"));
        assertThat(preview("bank-04").subscriptions()).containsExactly(Story.id("bank-04"));
    }

    @Test
    @Clause("R06A")
    void what_the_preview_names_is_what_the_stop_stops() {
        for (Mandate link : Story.mandates()) {
            Cascade cascade = preview(link.id().value());
            ChainSnapshot after = Uses.snapshot(link.then(Story.change(MandateState.SUSPENDED)));
            for (Use use : List.of(Uses.agency37(), Uses.bank04())) {
                boolean named = cascade.subscriptions().contains(use.caller().subscription());
                assertThat(after.decide(use) instanceof Decision.Refused)
                        .as("%s after %s", use.product(), link.id())
                        .isEqualTo(named);
            }
        }
    }

    @Test
    void the_token_is_the_same_until_something_it_reaches_changes() {
        String token = preview("partner").token();
        assertThat(preview("partner").token()).isEqualTo(token);
        Mandate other = Story.signed(Story.bankSubscription()).then(Story.change(MandateState.SUSPENDED));
        assertThat(Cascade.preview(Uses.snapshot(other), Story.id("partner"))
                        .orThrow()
                        .token())
                .isEqualTo(token);
        Mandate reached = Story.signed(Story.agencySubscription()).then(Story.change(MandateState.SUSPENDED));
        assertThat(Cascade.preview(Uses.snapshot(reached), Story.id("partner"))
                        .orThrow()
                        .token())
                .isNotEqualTo(token);
    }

    @Test
    void a_terminated_link_is_not_reached_again_and_an_unknown_one_not_found() {
        Mandate ended = Story.signed(Story.agencySubscription()).then(Story.change(MandateState.TERMINATED));
        assertThat(Cascade.preview(Uses.snapshot(ended), Story.id("partner"))
                        .orThrow()
                        .subscriptions())
                .isEmpty();
        assertThat(Refused.in(Cascade.preview(Uses.snapshot(), Story.id("none")))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    private static Cascade preview(String id) {
        return Cascade.preview(Uses.snapshot(), Story.id(id)).orThrow();
    }
}
