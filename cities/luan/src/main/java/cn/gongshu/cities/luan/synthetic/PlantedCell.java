package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.sheet.Sheet;

import java.util.List;

/**
 * A district × disease group × month with a known number of patients; nobody else has that disease.
 *
 * @param month yyyymm
 * @param patients distinct persons, those who opted out among them
 * @param optedOut how many of them opted out
 * @param visits at least one for each patient
 */
public record PlantedCell(String district, String diseaseGroup, int month, int patients, int optedOut, int visits) {

    /** Patients left once those who opted out are left out: what the floor is held against. */
    public int counted() {
        return patients - optedOut;
    }

    static List<PlantedCell> load() {
        return Sheet.read("data/planted-cells.tsv").rows().stream()
                .map(row -> new PlantedCell(
                        row.text("district"),
                        row.text("disease_group"),
                        row.whole("month"),
                        row.whole("patients"),
                        row.whole("opted_out"),
                        row.whole("visits")))
                .toList();
    }
}
