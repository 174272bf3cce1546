package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.lake.Load;
import cn.gongshu.platform.delivery.Activations;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.query.spi.Row;
import cn.gongshu.regulation.Clause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Serving tables are copies: they can go and come back, and follow the lake row by row. */
@Timeout(180)
class ServingTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final ItemId MONTHS = new ItemId("C07-02");
    private static final int CHANGED_MONTH = 202506;

    @Test
    void tables_that_were_dropped_are_rebuilt_and_answer_the_same() {
        JsonNode person = data("interrupted");
        JsonNode steady = data("steady");
        List<String> tables = city.db()
                .sql("SELECT table_name FROM serving.pointer")
                .query(String.class)
                .list();
        assertThat(tables).hasSize(2);
        tables.forEach(
                table -> city.db().sql("DROP TABLE serving.\"" + table + "\"").update());
        city.db().sql("DELETE FROM serving.pointer").update();
        assertThat(DeliveryChapter.p37(city.world(), "steady").code()).isEqualTo("NOT_LIVE");
        city.server().bean(Activations.class).rebuildMissing();
        assertThat(data("interrupted")).isEqualTo(person);
        assertThat(data("steady")).isEqualTo(steady);
    }

    @Test
    @Clause("R107")
    void a_new_snapshot_changes_the_answer_of_exactly_the_person_it_changed() {
        JsonNode other = data("interrupted");
        assertThat(data("steady").path("missingMonths")).isEmpty();
        city.db().sql("CREATE TABLE kept_serving AS SELECT * FROM " + served()).update();
        try {
            load("one-month-unpaid", Set.of(steady()));
            assertThat(data("steady").path("missingMonths"))
                    .as("before the refresh")
                    .isEmpty();
            refresh();
            assertThat(data("steady").path("missingMonths").toString()).isEqualTo("[\"2025-06\"]");
            assertThat(data("interrupted")).isEqualTo(other);
            assertThat(rowsThatDiffer()).isEqualTo(1);
        } finally {
            load("as-before", Set.of());
            refresh();
        }
        assertThat(data("steady").path("missingMonths")).isEmpty();
        assertThat(rowsThatDiffer()).isZero();
        city.db().sql("DROP TABLE kept_serving").update();
    }

    private static JsonNode data(String subject) {
        Answer answer = DeliveryChapter.p37(city.world(), subject);
        assertThat(answer.inWords()).isEqualTo("200");
        return answer.body().path("data");
    }

    private static String steady() {
        return String.valueOf(city.world().subjects().named("steady").get("id"));
    }

    private static String served() {
        String table = city.db()
                .sql("SELECT table_name FROM serving.pointer WHERE product = 'P37'")
                .query(String.class)
                .single();
        return "serving.\"" + table + "\"";
    }

    private static long rowsThatDiffer() {
        return city.db()
                .sql("SELECT count(*) FROM (SELECT * FROM " + served() + " EXCEPT SELECT * FROM kept_serving) d")
                .query(Long.class)
                .single();
    }

    private static void refresh() {
        Answer made = city.world()
                .caller()
                .post("/api/v1/products/P37/refreshes", city.world().token("operator-xu"), Map.of());
        assertThat(made.inWords()).isEqualTo("201");
    }

    /** Replaces the paid months; those of {@code unpaid} lack {@link #CHANGED_MONTH}. */
    private static void load(String id, Set<String> unpaid) {
        SyntheticCity synthetic = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, PlayedCity.PEOPLE);
        Iterator<@Nullable Object[]> rows = synthetic.rows(MONTHS);
        Iterator<Row> changed = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                @Nullable Object[] row = rows.next().clone();
                if (unpaid.contains(String.valueOf(row[0]))
                        && Integer.valueOf(CHANGED_MONTH).equals(row[1])) {
                    row[5] = 0;
                    row[6] = null;
                }
                return Row.of(row);
            }
        };
        city.server()
                .bean(ItemLoads.class)
                .load(MONTHS, Load.replace(id), changed)
                .orThrow();
    }
}
