package cn.gongshu.mandate.decision;

import cn.gongshu.mandate.Story;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionAllocationTest {

    private static final int CALLS = 20_000;
    private static final long MOST_BYTES_EACH = 160;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void an_allowed_decision_leaves_next_to_nothing_behind() {
        EpochWatch watch = new EpochWatch();
        watch.adopt(Uses.snapshot(1, Story.mandates()), 0);
        DecisionPoint point = new DecisionPoint(watch, () -> 1);
        Use use = Uses.agency37();
        run(point, use);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(point, use);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
        assertThat(each).as("bytes per decision").isLessThanOrEqualTo(MOST_BYTES_EACH);
    }

    private static void run(DecisionPoint point, Use use) {
        for (int i = 0; i < CALLS; i++) {
            if (point.decide(use) instanceof Decision.Refused refused) {
                throw new AssertionError(refused);
            }
        }
    }
}
