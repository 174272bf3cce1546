package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.synthetic.DemoSubject;
import cn.gongshu.cities.luan.synthetic.PersonTruth;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** P37 from lake to answer: computed by DuckDB, served and answered by PostgreSQL, held against the planted truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedInsuranceTest {

    private static final int FROM = 202311;
    private static final int THROUGH = 202610;

    private final SyntheticCity city = SyntheticCity.of(37, 2_000);
    private Connection connection;
    private ServedProduct product;

    @BeforeAll
    void serve() throws SQLException {
        connection = TestPostgres.shared().freshDatabase().connect();
        try (LoadedCity loaded = LoadedCity.of(37, 2_000)) {
            product = ServedProduct.build(loaded, ProductDefinition.load(new ProductCode("P37")), connection);
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void every_insured_person_is_answered_with_the_planted_truth_for_whatever_window() throws SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(37);
        List<PersonTruth> persons = city.truth().persons().toList();
        assertThat(persons).hasSize(1_000);
        for (PersonTruth person : persons) {
            int from = plus(FROM, random.nextInt(-3, 36));
            int to = plus(from, random.nextInt(0, 36));
            assertThat(answer(person.residentId(), from, to))
                    .as("%s from %s to %s", person, from, to)
                    .containsExactly(expected(person, from, to));
        }
    }

    @Test
    void the_interrupted_person_of_the_story_misses_three_months() throws SQLException {
        assertThat(answer(subject("interrupted"), 202501, 202606))
                .containsExactly("{\"dataThrough\":\"2026-10\",\"missingMonths\":[\"2025-03\",\"2025-04\",\"2026-01\"],"
                        + "\"monthsAsked\":18,\"monthsBeforeFirst\":0,\"monthsOutsideData\":0,\"monthsPaid\":15,"
                        + "\"result\":\"INTERRUPTED\"}");
    }

    @Test
    void months_the_data_does_not_hold_are_neither_missing_nor_paid() throws SQLException {
        assertThat(answer(subject("steady"), 202611, 202612))
                .containsExactly(
                        "{\"dataThrough\":\"2026-10\",\"missingMonths\":[],\"monthsAsked\":2,"
                                + "\"monthsBeforeFirst\":0,\"monthsOutsideData\":2,\"monthsPaid\":0,\"result\":\"NOT_COVERED\"}");
    }

    @Test
    void nobody_outside_the_insured_has_a_row() throws SQLException {
        assertThat(answer(SyntheticCity.unknownResidentId(), 202501, 202506)).isEmpty();
    }

    private List<String> answer(String subject, int from, int to) throws SQLException {
        return product.answer(subject, Map.of("from", from, "to", to, "coverage_from", FROM, "coverage_to", THROUGH));
    }

    private String subject(String key) {
        return city.demoSubjects().stream()
                .filter(subject -> subject.key().equals(key))
                .map(DemoSubject::id)
                .findFirst()
                .orElseThrow();
    }

    private static String expected(PersonTruth person, int from, int to) {
        List<String> missing = new ArrayList<>();
        int asked = 0;
        int paid = 0;
        int before = 0;
        int outside = 0;
        for (int month = from; month <= to; month = plus(month, 1)) {
            asked++;
            if (month < FROM || month > THROUGH) {
                outside++;
            } else if (month < person.firstMonth()) {
                before++;
            } else if (person.missing().contains(month)) {
                missing.add(
                        month / 100 + "-" + String.valueOf(100 + month % 100).substring(1));
            } else {
                paid++;
            }
        }
        return CanonicalJson.text(Map.of(
                "result",
                missing.isEmpty() ? (paid > 0 ? "CONTINUOUS" : "NOT_COVERED") : "INTERRUPTED",
                "missingMonths",
                missing,
                "monthsAsked",
                asked,
                "monthsPaid",
                paid,
                "monthsBeforeFirst",
                before,
                "monthsOutsideData",
                outside,
                "dataThrough",
                "2026-10"));
    }

    private static int plus(int yyyymm, int months) {
        int month = yyyymm / 100 * 12 + yyyymm % 100 - 1 + months;
        return month / 12 * 100 + month % 12 + 1;
    }
}
