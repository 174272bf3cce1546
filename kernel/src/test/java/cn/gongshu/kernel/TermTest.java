package cn.gongshu.kernel;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TermTest {

    private static final LocalDate AUGUST_FIRST = LocalDate.of(2025, 8, 1);

    @Test
    void the_last_day_named_on_paper_is_still_in_force_and_the_next_is_not() {
        Term term = Term.throughLastDay(AUGUST_FIRST, LocalDate.of(2030, 7, 31));
        assertThat(term.contains(LocalDate.of(2030, 7, 31))).isTrue();
        assertThat(term.contains(LocalDate.of(2030, 8, 1))).isFalse();
        assertThat(term.contains(AUGUST_FIRST.minusDays(1))).isFalse();
    }

    @Test
    void a_leap_day_plus_years_ends_on_the_28th() {
        Term term = Term.ofYears(LocalDate.of(2024, 2, 29), 5);
        assertThat(term.lastDay()).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(Term.ofYears(LocalDate.of(2024, 2, 29), 4).lastDay()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void a_term_that_ends_before_it_starts_is_refused() {
        assertThatThrownBy(() -> Term.throughLastDay(AUGUST_FIRST, AUGUST_FIRST.minusDays(1)))
                .isInstanceOf(Term.InvalidTerm.class);
        assertThat(Term.throughLastDay(AUGUST_FIRST, AUGUST_FIRST).daysLeft(AUGUST_FIRST))
                .isZero();
    }

    @Test
    void within_means_every_day_of_one_is_a_day_of_the_other() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20251124);
        for (int i = 0; i < 500; i++) {
            Term a = randomTerm(random);
            Term b = randomTerm(random);
            boolean everyDay = a.from().datesUntil(a.until()).allMatch(b::contains);
            assertThat(a.within(b)).isEqualTo(everyDay);
        }
    }

    private static Term randomTerm(RandomGenerator random) {
        LocalDate from = AUGUST_FIRST.plusDays(random.nextInt(20));
        return new Term(from, from.plusDays(1 + random.nextInt(20)));
    }
}
