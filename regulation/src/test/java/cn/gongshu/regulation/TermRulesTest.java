package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TermRulesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2031-01-01, true",
        "2026-01-01, 2031-01-02, false",
        "2026-01-01, 2032-01-01, false",
        "2024-02-29, 2029-02-28, true",
        "2024-02-29, 2029-03-01, false",
        "2023-02-28, 2028-02-28, true",
        "2023-02-28, 2028-02-29, false",
    })
    @Clause("R066")
    void an_agreement_ends_at_the_latest_on_the_same_day_five_years_on(LocalDate from, LocalDate last, boolean ok) {
        Outcome<Term> outcome = TermRules.agreement(Term.throughLastDay(from, last), 5, null);
        if (ok) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(Refused.in(outcome).code()).isEqualTo(ErrorCode.TERM_TOO_LONG);
            assertThat(Refused.in(outcome).clause()).isEqualTo("R066");
        }
    }

    @Test
    @Clause("Q15")
    void six_years_stand_with_a_reason_and_an_approver() {
        Term sixYears = Term.ofYears(LocalDate.of(2026, 1, 1), 6);
        assertThat(TermRules.agreement(sixYears, 5, new Derogation("设施折旧期为六年", "市政府常务会议")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_term_that_ends_before_it_starts_is_none_and_one_day_is_one() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(Refused.in(TermRules.stated(day, day.minusDays(1))).code()).isEqualTo(ErrorCode.TERM_INVALID);
        assertThat(TermRules.stated(day, day).orThrow().contains(day)).isTrue();
        assertThat(Refused.in(TermRules.stated(day, LocalDate.MAX)).code()).isEqualTo(ErrorCode.FIELD_INVALID);
    }

    @Test
    @Clause("R031")
    void a_child_neither_outlives_nor_precedes_its_parent() {
        Term parent = Term.throughLastDay(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(TermRules.within(parent, "协议", parent)).isInstanceOf(Outcome.Done.class);
        Term later = Term.throughLastDay(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 1, 1));
        assertThat(Refused.in(TermRules.within(later, "协议", parent)).code()).isEqualTo(ErrorCode.TERM_BEYOND_PARENT);
        Term earlier = Term.throughLastDay(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 1));
        var refusal = Refused.in(TermRules.within(earlier, "协议", parent));
        assertThat(refusal.code().reason(Language.ZH, refusal.details())).isEqualTo("起始日 2025-12-31超出上级授权 协议");
    }

    @Test
    @Clause("R030")
    void two_overall_agreements_never_share_a_day() {
        LocalDate start = LocalDate.of(2026, 1, 1);
        List<TermRules.Existing> one =
                List.of(new TermRules.Existing("前一份协议", Term.throughLastDay(start, start.plusDays(9))));
        assertThat(Refused.in(TermRules.oneOverall(Term.throughLastDay(start.plusDays(9), start.plusDays(20)), one))
                        .code())
                .isEqualTo(ErrorCode.OVERLAPPING_AGREEMENT);
        assertThat(TermRules.oneOverall(Term.throughLastDay(start.plusDays(10), start.plusDays(20)), one))
                .isInstanceOf(Outcome.Done.class);
    }
}
