package cn.gongshu.bench;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ValidityTest {

    private static final Comparison MEASURED =
            new Comparison("call", List.of(ComparisonTest.round(1, 3)), List.of(ComparisonTest.round(1, 2)));

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_figure_counts_when_every_answer_is_in_the_log_and_proved() {
        assertThat(conclude(new Validity(60, 60, 60, 50, List.of()))).isZero();
        assertThat(said())
                .endsWith("call ratio=1.500 min=1.500 max=1.500 rounds=1\n")
                .doesNotContain("VOID");
    }

    @Test
    void few_answers_need_no_more_receipts_than_there_are() {
        assertThat(conclude(new Validity(3, 3, 3, 3, List.of()))).isZero();
    }

    @Test
    void an_answer_without_entry_voids_it() {
        isVoid(new Validity(60, 59, 60, 50, List.of()), "59");
    }

    @Test
    void an_entry_without_answer_voids_it() {
        isVoid(new Validity(60, 61, 60, 50, List.of()), "61");
    }

    @Test
    void another_count_of_uses_voids_it() {
        isVoid(new Validity(60, 60, 58, 50, List.of()), "58");
    }

    @Test
    void too_few_receipts_void_it() {
        isVoid(new Validity(60, 60, 60, 49, List.of()), "49");
    }

    @Test
    void a_receipt_that_does_not_verify_voids_it() {
        isVoid(new Validity(60, 60, 60, 50, List.of("回执不成立 forged")), "forged");
    }

    @Test
    void nothing_answered_voids_it() {
        isVoid(new Validity(0, 0, 0, 0, List.of()), "nothing was answered");
    }

    private void isVoid(Validity validity, String why) {
        assertThat(conclude(validity)).isEqualTo(1);
        assertThat(said()).contains("VOID").contains(why).doesNotContain("ratio=");
    }

    private int conclude(Validity validity) {
        return validity.conclude(MEASURED, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
