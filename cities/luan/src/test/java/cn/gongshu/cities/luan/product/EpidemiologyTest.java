package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.synthetic.PlantedCell;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** P31 on DuckDB, without the governed door: every cell as counted by hand, the planted ones as planted. */
class EpidemiologyTest {

    private record Cell(int patients, int visits) {}

    @Test
    void every_cell_is_counted_as_by_hand_and_planted_cells_hold_what_was_planted() throws SQLException {
        Map<String, Cell> cells = new HashMap<>();
        try (LoadedCity loaded = LoadedCity.of(31, 4_000);
                Statement statement = loaded.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        ProductDefinition.load(new ProductCode("P31")).query())) {
            while (rows.next()) {
                cells.put(
                        rows.getString("district_code") + rows.getString("disease_group") + rows.getInt("visit_month"),
                        new Cell(rows.getInt("patients"), rows.getInt("visits")));
            }
        }
        SyntheticCity city = SyntheticCity.of(31, 4_000);
        assertThat(cells).isEqualTo(counted(city));
        for (PlantedCell cell : city.truth().cells()) {
            assertThat(cells)
                    .containsEntry(
                            cell.district() + cell.diseaseGroup() + cell.month(),
                            new Cell(cell.patients(), cell.visits()));
        }
        assertThat(cells.values()).anyMatch(cell -> cell.patients() >= 10).anyMatch(cell -> cell.patients() < 10);
    }

    private static Map<String, Cell> counted(SyntheticCity city) {
        Map<Object, Object> district = new HashMap<>();
        Iterator<@Nullable Object[]> patients = city.rows(new ItemId("C13-01"));
        while (patients.hasNext()) {
            List<Object> row = present(patients.next());
            district.put(row.get(0), row.get(4));
        }
        Map<String, Set<Object>> persons = new HashMap<>();
        Map<String, Integer> visits = new HashMap<>();
        Iterator<@Nullable Object[]> all = city.rows(new ItemId("C13-04"));
        while (all.hasNext()) {
            List<Object> row = present(all.next());
            String cell = "" + district.get(row.get(1)) + row.get(7) + row.get(3);
            persons.computeIfAbsent(cell, key -> new HashSet<>()).add(row.get(1));
            visits.merge(cell, 1, Integer::sum);
        }
        Map<String, Cell> cells = new HashMap<>();
        persons.forEach((cell, who) -> cells.put(cell, new Cell(who.size(), visits.getOrDefault(cell, 0))));
        return cells;
    }

    /** These two items leave nothing null. */
    private static List<Object> present(@Nullable Object[] row) {
        return List.of(row);
    }
}
