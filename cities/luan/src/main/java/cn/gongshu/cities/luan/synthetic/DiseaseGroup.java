package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.sheet.Sheet;

import java.util.List;

/**
 * A range of ICD-10 categories.
 *
 * @param code the range, such as J00-J06
 * @param diagnoses a few categories inside it
 * @param young relative weight among visits of the young; adult and elder likewise
 * @param winter percent of the usual number from November to February
 */
public record DiseaseGroup(
        String code,
        Words name,
        String department,
        List<String> diagnoses,
        int young,
        int adult,
        int elder,
        int winter) {

    public DiseaseGroup {
        diagnoses = List.copyOf(diagnoses);
    }

    /** All groups of the demo. */
    public static List<DiseaseGroup> load() {
        return Sheet.read("data/disease-groups.tsv").rows().stream()
                .map(row -> new DiseaseGroup(
                        row.text("code"),
                        row.words(),
                        row.text("department"),
                        row.list("diagnoses"),
                        row.whole("young"),
                        row.whole("adult"),
                        row.whole("elder"),
                        row.whole("winter")))
                .toList();
    }

    int weight(Role.Age age, boolean inWinter) {
        int usual = switch (age) {
            case YOUNG -> young;
            case WORKING -> adult;
            case ELDER -> elder;
        };
        return usual * (inWinter ? winter : 100);
    }
}
