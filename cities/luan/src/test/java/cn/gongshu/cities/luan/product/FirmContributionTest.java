package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.synthetic.DemoSubject;
import cn.gongshu.cities.luan.synthetic.FirmPlan;
import cn.gongshu.cities.luan.synthetic.FirmTruth;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.postgres.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** P04 from lake to answer, held against the planted truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirmContributionTest {

    private static final int THROUGH = 202610;
    private static final List<Integer> WINDOWS = List.of(6, 7, 12, 18, 24, 30, 36);

    private final SyntheticCity city = SyntheticCity.of(4, 8_000);
    private final Map<String, Integer> uninsuredPercent = uninsuredPercent();
    private Connection connection;
    private ServedProduct product;

    @BeforeAll
    void serve() throws SQLException {
        connection = TestPostgres.shared().freshDatabase().connect();
        try (LoadedCity loaded = LoadedCity.of(4, 8_000)) {
            product = ServedProduct.build(loaded, ProductDefinition.load(new ProductCode("P04")), connection);
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void every_staffed_firm_is_answered_with_the_planted_truth_over_every_window() throws SQLException {
        List<FirmTruth> firms = city.truth().firms().toList();
        assertThat(firms).hasSizeGreaterThan(80);
        for (FirmTruth firm : firms) {
            for (int months : WINDOWS) {
                List<String> answer = answer(firm.creditCode(), months);
                if (firm.plan() == FirmPlan.UNSTAFFED) {
                    assertThat(answer).as("a firm without people has no row").isEmpty();
                } else {
                    assertThat(answer).as("%s over %s", firm, months).containsExactly(expected(firm, months));
                }
            }
        }
    }

    @Test
    void a_planted_trend_is_seen_whatever_the_window_and_no_other_is() throws SQLException {
        for (FirmTruth firm : city.truth().firms().toList()) {
            for (int months : WINDOWS) {
                String answer = String.join("", answer(firm.creditCode(), months));
                switch (firm.plan()) {
                    case GROWS ->
                        assertThat(answer).as("%s over %s", firm, months).contains("\"GROWING\"");
                    case SHRINKS ->
                        assertThat(answer).as("%s over %s", firm, months).contains("\"SHRINKING\"");
                    case STABLE, ARREARS ->
                        assertThat(answer).as("%s over %s", firm, months).contains("\"STABLE\"");
                    case NEW, UNSTAFFED -> {}
                }
            }
        }
    }

    @Test
    void the_firms_of_the_story_are_told_apart() throws SQLException {
        assertThat(answer(subject("firm-growing"), 12))
                .containsExactly("{\"dataThrough\":\"2026-10\",\"headcountBand\":\"50-199\",\"monthsAssessed\":12,"
                        + "\"reasonCodes\":[\"HEADCOUNT_UP\"],\"regularityBand\":\"REGULAR\",\"trend\":\"GROWING\"}");
        assertThat(answer(subject("firm-shrinking"), 12).getFirst())
                .contains("HEADCOUNT_DOWN", "STAFF_UNINSURED_NOW", "\"SHRINKING\"", "\"10-49\"");
        assertThat(answer(subject("firm-arrears"), 12).getFirst())
                .contains("\"IRREGULAR\"", "ARREARS_IN_12_MONTHS", "\"STABLE\"");
        assertThat(answer(subject("firm-new"), 12).getFirst()).contains("SHORT_HISTORY");
        assertThat(answer(subject("firm-stable"), 12).getFirst()).contains("\"reasonCodes\":[]");
    }

    @Test
    void no_answer_holds_a_headcount_a_month_or_a_persons_number() throws SQLException {
        for (FirmTruth firm : city.truth().firms().toList()) {
            for (String answer : answer(firm.creditCode(), 12)) {
                assertThat(answer.replace("\"monthsAssessed\":12", "").replace("2026-10", ""))
                        .doesNotContainPattern(":\\d")
                        .doesNotContain(SyntheticCity.IMPOSSIBLE_AREA);
            }
        }
    }

    private List<String> answer(String firm, int months) throws SQLException {
        return product.answer(firm, Map.of("months", months, "coverage_to", THROUGH));
    }

    private String subject(String key) {
        return city.demoSubjects().stream()
                .filter(subject -> subject.key().equals(key))
                .map(DemoSubject::id)
                .findFirst()
                .orElseThrow();
    }

    private String expected(FirmTruth firm, int months) {
        List<Integer> heads = firm.heads();
        int today = heads.getLast();
        long arrears = firm.arrears().stream().filter(month -> month > 202510).count();
        int third = months / 3;
        int earlier = sum(heads.subList(36 - months, 36 - months + third));
        int later = sum(heads.subList(36 - third, 36));
        String trend = later * 100 >= earlier * 110 && later - earlier >= 2 * third
                ? "GROWING"
                : later * 100 <= earlier * 90 && earlier - later >= 2 * third ? "SHRINKING" : "STABLE";
        List<String> reasons = new ArrayList<>();
        addIf(reasons, arrears > 0, "ARREARS_IN_12_MONTHS");
        addIf(reasons, trend.equals("SHRINKING"), "HEADCOUNT_DOWN");
        addIf(reasons, trend.equals("GROWING"), "HEADCOUNT_UP");
        addIf(reasons, today == 0, "NO_CURRENT_CONTRIBUTION");
        addIf(reasons, heads.get(36 - months) == 0, "SHORT_HISTORY");
        addIf(reasons, uninsuredPercent.getOrDefault(firm.creditCode(), 0) >= 10, "STAFF_UNINSURED_NOW");
        return CanonicalJson.text(Map.of(
                "headcountBand",
                today == 0 ? "NONE" : today < 10 ? "1-9" : today < 50 ? "10-49" : today < 200 ? "50-199" : "200+",
                "regularityBand",
                arrears == 0 ? "REGULAR" : arrears < 3 ? "MOSTLY_REGULAR" : "IRREGULAR",
                "trend",
                trend,
                "reasonCodes",
                reasons,
                "monthsAssessed",
                months,
                "dataThrough",
                "2026-10"));
    }

    /** Of all people ever insured through each firm, how many percent are uninsured now (rounded down). */
    private Map<String, Integer> uninsuredPercent() {
        Set<Object> paused = new HashSet<>();
        Iterator<@Nullable Object[]> states = city.rows(new ItemId("C07-01"));
        while (states.hasNext()) {
            @Nullable Object[] row = states.next();
            if ("PAUSED".equals(row[3]) && row[0] != null) {
                paused.add(row[0]);
            }
        }
        Map<String, Set<Object>> people = new HashMap<>();
        Iterator<@Nullable Object[]> detail = city.rows(new ItemId("C07-02"));
        while (detail.hasNext()) {
            @Nullable Object[] row = detail.next();
            if (row[3] instanceof String firm && row[0] != null) {
                people.computeIfAbsent(firm, key -> new HashSet<>()).add(row[0]);
            }
        }
        Map<String, Integer> percent = new HashMap<>();
        people.forEach((firm, all) ->
                percent.put(firm, (int) (all.stream().filter(paused::contains).count() * 100 / all.size())));
        return percent;
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static void addIf(List<String> list, boolean condition, String code) {
        if (condition) {
            list.add(code);
        }
    }
}
