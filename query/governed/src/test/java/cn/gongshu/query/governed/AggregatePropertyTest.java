package cn.gongshu.query.governed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Over random cities, obligations and queries, the door gives what a plain computation gives. */
class AggregatePropertyTest {

    private static final int CASES = Integer.getInteger("gongshu.test.cases", 1000) / 4;
    private static final int QUERIES_PER_CITY = 50;

    @TempDir
    Path folder;

    @Test
    void the_result_is_the_plain_computation_twice_over_and_however_it_is_said() {
        Random random = new Random(20261124);
        RandomCity city = new RandomCity(random);
        long shown = 0;
        long hidden = 0;
        try (LakeOfFiles lake = new LakeOfFiles(folder)) {
            for (int i = 0; i < CASES; i++) {
                if (i % QUERIES_PER_CITY == 0) {
                    city = new RandomCity(random);
                    city.into(lake);
                }
                RandomAggregate query = RandomAggregate.of(random);
                Obligations obligations = new Obligations(City.ALL, query.floor(), Map.of("PERSON", city.optOuts));
                AggregateResult result = lake.aggregate(query.sql(false), obligations);
                RandomAggregate.Expected expected = query.expected(city);
                assertThat(result.rows()).as("case %d: %s", i, query.sql(false)).isEqualTo(expected.rows());
                assertThat(result.hiddenGroups())
                        .as("case %d: %s", i, query.sql(false))
                        .isEqualTo(expected.hidden());
                AggregateResult again = lake.aggregate(query.sql(false), obligations);
                assertThat(again).isEqualTo(result);
                AggregateResult otherwise = lake.aggregate(query.sql(true), obligations);
                assertThat(otherwise.rows())
                        .as("case %d: %s", i, query.sql(true))
                        .isEqualTo(expected.rows());
                assertThat(otherwise.hiddenGroups()).isEqualTo(expected.hidden());
                shown += result.rows().size();
                hidden += result.hiddenGroups();
            }
        }
        assertThat(shown).isPositive();
        assertThat(hidden).isPositive();
    }
}
