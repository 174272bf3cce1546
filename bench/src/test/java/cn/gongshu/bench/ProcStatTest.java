package cn.gongshu.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcStatTest {

    private static final String AFTER_NAME = "S 17 4 4 0 -1 4194304 9 8 7 6 100 20 3 1 20 0 12 0 5000 1 2";

    @Test
    void user_and_system_time_of_a_process_and_of_its_ended_children_are_added() {
        assertThat(ProcStat.parse("42 (java) " + AFTER_NAME)).isEqualTo(new ProcStat(42, 17, 124));
    }

    @Test
    void a_name_may_hold_blanks_and_parentheses() {
        assertThat(ProcStat.parse("42 (a (b) 9 9) c) " + AFTER_NAME + "\n")).isEqualTo(new ProcStat(42, 17, 124));
    }

    @Test
    void what_is_no_such_line_is_refused() {
        assertThatThrownBy(() -> ProcStat.parse("42 java S 17")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcStat.parse("42 (java) S 17")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void this_process_has_used_processor_time_and_its_tree_no_less() throws InterruptedException {
        // A process that has started has used more than one tick, a hundredth of a second.
        long own = Processors.own();

        assertThat(own).isPositive();
        assertThat(Processors.ofTree(ProcessHandle.current().pid())).isGreaterThanOrEqualTo(own);
    }
}
