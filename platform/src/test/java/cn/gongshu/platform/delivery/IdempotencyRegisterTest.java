package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.platform.delivery.IdempotencyRegister.Standing;
import cn.gongshu.regulation.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.LocalDate;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyRegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Parameters SEVEN_DAYS = Parameters.parse("""
            code\tkind\tvalue\teffectiveFrom\tsource\towner\tconfidence
            idempotency.days\tDAYS\t7\t2026-01-01\ttest\toperator\tINFERRED
            """);

    private LocalDate today = DAY;
    private final IdempotencyRegister register = new IdempotencyRegister(() -> today, SEVEN_DAYS, 3);

    @Test
    void a_key_is_bound_for_seven_legal_dates_and_free_on_the_eighth() {
        register.settle(fresh(1, "a"), 41);
        today = DAY.plusDays(6);
        assertThat(done(register.take(mark(1), "a")))
                .isInstanceOfSatisfying(
                        Standing.Repeated.class,
                        repeated ->
                                assertThat(repeated.binding().index().join()).isEqualTo(Optional.of(41L)));
        assertThat(refused(register.take(mark(1), "another body"))).isEqualTo(ErrorCode.IDEMPOTENCY_CONFLICT);
        today = DAY.plusDays(7);
        assertThat(done(register.take(mark(1), "another body"))).isInstanceOf(Standing.Fresh.class);
        assertThat(done(register.take(mark(1), "another body"))).isInstanceOf(Standing.Repeated.class);
    }

    @Test
    void a_binding_from_the_log_is_free_on_the_same_day_as_one_made_here() {
        register.restore(mark(1), "a", DAY.minusDays(6), 5);
        register.restore(mark(2), "a", DAY.minusDays(7), 6);
        assertThat(done(register.take(mark(1), "a"))).isInstanceOf(Standing.Repeated.class);
        assertThat(done(register.take(mark(2), "a"))).isInstanceOf(Standing.Fresh.class);
        assertThat(register.firstBound(DAY)).isEqualTo(DAY.minusDays(6));
    }

    @Test
    void a_full_register_refuses_new_keys_knows_the_old_and_takes_new_ones_when_old_ones_have_gone() {
        for (int key = 1; key <= 3; key++) {
            fresh(key, "a");
        }
        assertThat(refused(register.take(mark(4), "a"))).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(register.size()).isEqualTo(3);
        assertThat(done(register.take(mark(3), "a"))).isInstanceOf(Standing.Repeated.class);
        register.dropExpired(DAY.plusDays(6));
        assertThat(register.size()).isEqualTo(3);
        register.dropExpired(DAY.plusDays(7));
        assertThat(register.size()).isZero();
        fresh(4, "a");
    }

    @Test
    @Timeout(60)
    void the_first_call_of_a_new_legal_date_sweeps_what_has_gone() {
        fresh(1, "a");
        today = DAY.plusDays(7);
        fresh(2, "a");
        while (register.size() > 1) {
            Thread.onSpinWait();
        }
        assertThat(register.size()).isEqualTo(1);
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        register.release(mark(1), fresh(1, "a"));
        assertThat(register.size()).isZero();
        fresh(1, "b");
    }

    private IdempotencyRegister.Binding fresh(int key, String body) {
        return switch (done(register.take(mark(key), body))) {
            case Standing.Fresh(var binding) -> binding;
            case Standing.Repeated repeated -> throw new AssertionError("the key was taken");
        };
    }

    private static IdempotencyMark mark(int key) {
        return new IdempotencyMark("%064x".formatted(key));
    }

    private static Standing done(Outcome<Standing> outcome) {
        return outcome.orThrow();
    }

    private static ErrorCode refused(Outcome<Standing> outcome) {
        return switch (outcome) {
            case Outcome.Done<Standing> done -> throw new AssertionError("not refused");
            case Outcome.Refused<Standing>(var refusal) -> refusal.code();
        };
    }
}
