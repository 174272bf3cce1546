package cn.gongshu.cities.luan.sheet;

import cn.gongshu.kernel.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SheetTest {

    @Test
    void remarks_and_blank_lines_are_skipped_and_cells_keep_their_place() {
        Sheet sheet = Sheet.parse("t.tsv", "# remark\n\na\tb\tc\n1\t\tx;y\n");
        Sheet.Row row = sheet.rows().getFirst();
        assertThat(row.whole("a")).isEqualTo(1);
        assertThat(row.text("b")).isEmpty();
        assertThat(row.list("b")).isEmpty();
        assertThat(row.list("c")).containsExactly("x", "y");
        assertThat(row.place()).isEqualTo("t.tsv:4");
    }

    @Test
    void an_escaped_line_break_becomes_one() {
        assertThat(Sheet.parse("t.tsv", "a\none\\ntwo\n").rows().getFirst().text("a"))
                .isEqualTo("one\ntwo");
    }

    @Test
    void a_row_with_too_few_cells_names_its_line() {
        assertThatThrownBy(() -> Sheet.parse("t.tsv", "a\tb\n1\n"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("t.tsv:2");
    }

    @Test
    void a_wrong_number_flag_constant_or_column_is_a_fault_that_names_its_place() {
        Sheet.Row row = Sheet.parse("t.tsv", "a\nx\n").rows().getFirst();
        assertThatThrownBy(() -> row.whole("a")).hasMessageContaining("t.tsv:2");
        assertThatThrownBy(() -> row.flag("a")).hasMessageContaining("t.tsv:2");
        assertThatThrownBy(() -> row.one(Thread.State.class, "a")).hasMessageContaining("State");
        assertThatThrownBy(() -> row.text("b")).hasMessageContaining("b");
        assertThatThrownBy(() -> Sheet.read("data/none.tsv")).isInstanceOf(Fault.class);
    }
}
