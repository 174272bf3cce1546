package cn.gongshu.kernel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityNumberTest {

    @Test
    void the_example_of_the_standard_is_a_resident_id_and_any_changed_digit_is_not() {
        String example = "11010519491231002X";
        assertThat(ResidentId.parse(example)).isPresent();
        assertThat(ResidentId.parse("11010519491231002x")).isPresent();
        for (int i = 0; i < 17; i++) {
            char changed = example.charAt(i) == '9' ? '0' : (char) (example.charAt(i) + 1);
            assertThat(ResidentId.parse(example.substring(0, i) + changed + example.substring(i + 1)))
                    .as("digit %s", i)
                    .isEmpty();
        }
    }

    @Test
    void a_birth_date_that_never_was_is_refused_even_with_a_right_check_digit() {
        assertThat(ResidentId.parse(checked("34159919990230001"))).isEmpty();
        assertThat(ResidentId.parse("")).isEmpty();
        assertThat(ResidentId.parse("１１０１０５１９４９１２３１００２Ｘ")).isEmpty();
    }

    @Test
    void a_resident_id_never_shows_itself() {
        assertThat(new ResidentId("11010519491231002X").toString()).doesNotContain("1949");
    }

    @Test
    void a_credit_code_is_checked_modulo_31() {
        CreditCode code = CreditCode.complete("91341500MA2TEXT00");
        assertThat(CreditCode.parse(code.value())).isPresent();
        for (int i = 0; i < 18; i++) {
            char changed = code.value().charAt(i) == '1' ? '2' : '1';
            assertThat(CreditCode.parse(code.value().substring(0, i)
                            + changed
                            + code.value().substring(i + 1)))
                    .as("character %s", i)
                    .isEmpty();
        }
        assertThat(CreditCode.parse("91350100M000100Y43")).isPresent();
        assertThat(CreditCode.parse("91350100M000100I43")).isEmpty();
    }

    private static String checked(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
