package cn.gongshu.mandate.escrow;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.mandate.Quota;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BlockEscrowTest extends EscrowConformance {

    @Override
    protected Escrow escrow(Map<MandateId, Quota> quotas) {
        return block(quotas);
    }

    @Test
    void what_the_journal_counted_before_the_start_is_counted() {
        BlockEscrow escrow = block(Map.of(SUBSCRIPTION, new Quota(100)));
        escrow.restore(SUBSCRIPTION, 99);
        escrow.take(List.of(SUBSCRIPTION), 1).orThrow().post();
        assertThat(escrow.take(List.of(SUBSCRIPTION), 1)).isInstanceOf(Outcome.Refused.class);
        assertThat(escrow.standing(SUBSCRIPTION)).isEqualTo(new QuotaStanding(100, 100, 0));
    }

    @Test
    void nothing_is_restored_under_way_and_no_quota_changes() {
        BlockEscrow escrow = block(Map.of(SUBSCRIPTION, new Quota(100)));
        escrow.open(SUBSCRIPTION, "订购", new Quota(100));
        assertThatThrownBy(() -> escrow.open(SUBSCRIPTION, "订购", new Quota(200)))
                .isInstanceOf(IllegalStateException.class);
        escrow.take(List.of(SUBSCRIPTION), 1).orThrow();
        assertThatThrownBy(() -> escrow.restore(SUBSCRIPTION, 5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_quota_of_the_largest_size_counts_to_its_end() {
        BlockEscrow escrow = block(Map.of(AGREEMENT, new Quota(Quota.MOST)));
        escrow.restore(AGREEMENT, Quota.MOST - 2);
        escrow.take(List.of(AGREEMENT), 2).orThrow().post();
        assertThat(escrow.standing(AGREEMENT).left()).isZero();
        assertThat(escrow.take(List.of(AGREEMENT), 1)).isInstanceOf(Outcome.Refused.class);
    }

    private static BlockEscrow block(Map<MandateId, Quota> quotas) {
        BlockEscrow escrow = new BlockEscrow();
        quotas.forEach((link, quota) -> escrow.open(link, "授权 " + link, quota));
        return escrow;
    }
}
