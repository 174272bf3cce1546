package cn.gongshu.regulation;

import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParametersTest {

    private static final String HEADER = "code\tkind\tvalue\teffectiveFrom\tsource\towner\tconfidence\n";
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);

    private final Parameters parameters = Parameters.parse(HEADER
            + "# a changed floor\n"
            + "floor.k\tINT\t10\t2025-03-01\tQ14\t市数管局\tINFERRED\n"
            + "floor.k\tINT\t20\t2026-07-01\tQ14\t市数管局\tINFERRED\n"
            + "price.P04\tFEN\t50\t2025-03-01\tN65 二\t市数管局\tINFERRED\n"
            + "key.validity\tDAYS\t365\t2025-03-01\tR087\t市数管局\tINFERRED\n"
            + "meter\tTEXT\t服务次数\t2025-03-01\tN65 三\t市数管局\tFULL_TEXT\n");

    @Test
    @Clause("Q14")
    void a_question_about_yesterday_gives_yesterdays_value() {
        assertThat(parameters.number("floor.k", CHANGE.minusDays(1))).isEqualTo(10);
        assertThat(parameters.number("floor.k", CHANGE)).isEqualTo(20);
        assertThat(parameters.asOf("floor.k", FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void each_kind_reads_as_what_it_is() {
        assertThat(parameters.money("price.P04", CHANGE)).isEqualTo(new Money(50));
        assertThat(parameters.number("key.validity", CHANGE)).isEqualTo(365);
        assertThat(parameters.text("meter", CHANGE)).isEqualTo("服务次数");
        assertThat(parameters.all()).hasSize(5);
    }

    @Test
    void a_rule_without_its_number_breaks_instead_of_guessing() {
        assertThatThrownBy(() -> parameters.number("no.such", CHANGE)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> parameters.number("floor.k", FIRST.minusDays(1)))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> parameters.money("floor.k", CHANGE)).isInstanceOf(Fault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\tINT\tten\t2025-03-01\ts\to\tINFERRED\n",
                "a\tDAYS\t-1\t2025-03-01\ts\to\tINFERRED\n",
                "a\tFEN\t1.5\t2025-03-01\ts\to\tINFERRED\n",
                "a\tINT\t1\t2025-02-30\ts\to\tINFERRED\n",
                "a\tINT\t1\t2025-03-01\t\to\tINFERRED\n",
                "a\tINT\t1\t2025-03-01\ts\to\tCERTAIN\n",
                "a\tINT\t1\t2025-03-01\ts\to\n",
                "a\tINT\t1\t2025-03-01\ts\to\tINFERRED\na\tINT\t2\t2025-03-01\ts\to\tINFERRED\n",
                "a\tINT\t1\t2025-03-01\ts\to\tINFERRED\na\tTEXT\tx\t2025-04-01\ts\to\tINFERRED\n",
            })
    void a_row_out_of_shape_is_refused(String rows) {
        assertThatThrownBy(() -> Parameters.parse(HEADER + rows))
                .isInstanceOfAny(IllegalArgumentException.class, java.time.DateTimeException.class);
    }
}
