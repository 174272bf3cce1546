package cn.gongshu.cities.luan.terms;

import cn.gongshu.cities.luan.item.SubjectKind;
import cn.gongshu.cities.luan.product.ProductDefinition;
import cn.gongshu.cities.luan.product.QueryShape;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.regulation.Parameter;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CityTermsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final CityParameters parameters = CityParameters.load();

    @Test
    void the_values_this_thread_uses_are_there() {
        assertThat(parameters.values().number("agreement.term.max_years", TODAY))
                .isEqualTo(5);
        assertThat(parameters.values().number("floor.k", TODAY)).isEqualTo(10);
        assertThat(parameters.values().money("price.trial_fen.P04", TODAY)).isEqualTo(new Money(80));
        assertThat(parameters.values().number("agreement.renewal.apply_months", TODAY))
                .isEqualTo(3);
    }

    @Test
    void Q14_no_value_counts_before_its_day_and_what_the_plan_leaves_open_says_so() {
        assertThat(parameters.values().asOf("floor.k", LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(parameters.values().all())
                .filteredOn(parameter -> parameter.source().contains("演示默认值"))
                .allMatch(parameter -> parameter.confidence() == Parameter.Confidence.INFERRED)
                .isNotEmpty();
    }

    @Test
    void every_parameter_has_words_and_names_a_clause() {
        assertThat(parameters.values().all())
                .extracting(Parameter::code)
                .containsExactlyInAnyOrderElementsOf(parameters.meanings().keySet());
        assertThat(parameters.meanings().values()).allSatisfy(meaning -> {
            assertThat(meaning.words().zh()).isNotBlank();
            assertThat(meaning.words().en()).isNotBlank();
            assertThat(meaning.clause()).matches("[RTQI]\\d{1,2}\\w?");
        });
    }

    @Test
    void every_product_about_a_subject_has_a_consent_text_for_that_kind_and_purpose() {
        for (ProductCode code : ProductDefinition.built()) {
            ProductDefinition product = ProductDefinition.load(code);
            if (product.shape() == QueryShape.AGGREGATE) {
                assertThat(ConsentText.inForce(code, TODAY)).isEmpty();
                continue;
            }
            ConsentText text = ConsentText.inForce(code, TODAY).orElseThrow();
            assertThat(text.kind()).isEqualTo(product.subject());
            assertThat(product.purposes()).contains(text.purpose());
            for (String words : List.of(text.words().zh(), text.words().en())) {
                assertThat(words).contains("{recipient}", "{until}", "\n");
            }
        }
        assertThat(ConsentText.inForce(new ProductCode("P37"), LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(ConsentText.load()).extracting(ConsentText::kind).containsExactly(SubjectKind.values());
    }

    @Test
    void every_level_and_every_purpose_of_a_product_has_words() {
        assertThat(Vocabulary.levels().keySet()).containsExactly(Level.values());
        assertThat(Vocabulary.purposes().keySet())
                .containsAll(ProductDefinition.built().stream()
                        .flatMap(code -> ProductDefinition.load(code).purposes().stream())
                        .toList());
    }

    @Test
    void the_price_of_a_chargeable_product_is_a_parameter() {
        for (ProductCode code : ProductDefinition.built()) {
            String parameter = ProductDefinition.load(code).price().parameter();
            if (parameter != null) {
                assertThat(parameters.values().money(parameter, TODAY).fen()).isPositive();
            }
        }
    }
}
