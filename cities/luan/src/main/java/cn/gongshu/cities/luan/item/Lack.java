package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.annex.AnnexLine;
import cn.gongshu.cities.luan.sheet.Sheet;

import java.util.List;

/**
 * Something an item needs before it can be published and does not have.
 *
 * @param code COLLECTION, COLUMNS, INTERESTS, QUALITY_PROMISE or LEVEL
 */
public record Lack(String code, Words words) {

    static List<Lack> ofUnprepared(AnnexLine line) {
        return Sheet.read("data/lacks.tsv").rows().stream()
                .filter(row -> line.toBeCollected() || !row.text("lack").equals("COLLECTION"))
                .map(row -> new Lack(row.text("lack"), row.words()))
                .toList();
    }
}
