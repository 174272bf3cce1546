package cn.gongshu.cities.luan.annex;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.sheet.Sheet;

import java.util.List;

/**
 * A defect or open question of the annexes (Q01 …).
 *
 * @param concerns ids of the items and products it is about
 * @param words what is doubtful and how we read it
 */
public record Defect(String id, List<String> concerns, Words words) {

    public Defect {
        concerns = List.copyOf(concerns);
    }

    static List<Defect> load() {
        return Sheet.read("data/defects.tsv").rows().stream()
                .map(row -> new Defect(row.text("id"), row.list("concerns"), row.words()))
                .toList();
    }

    static List<Defect> concerning(List<Defect> all, String id) {
        return all.stream().filter(defect -> defect.concerns.contains(id)).toList();
    }
}
