package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.annex.AnnexLine;
import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.annex.AnnexUnit;
import cn.gongshu.cities.luan.annex.DataProvider;
import cn.gongshu.cities.luan.annex.Defect;
import cn.gongshu.cities.luan.item.InterestAnswer;
import cn.gongshu.cities.luan.item.ItemColumn;
import cn.gongshu.cities.luan.item.ItemJoin;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.cities.luan.item.QualityRule;
import cn.gongshu.cities.luan.item.SubjectKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Annex 1 with the items prepared for publication, as the platform's catalogue import takes it. */
public final class LuanCatalogue {

    private static final AnnexOne ANNEX = AnnexOne.load();
    private static final PreparedItems PREPARED = PreparedItems.load(ANNEX);

    private LuanCatalogue() {}

    /** The body of {@code POST /api/v1/catalogue-imports}. */
    public static Map<String, Object> importBody() {
        return Map.of(
                "source",
                "六安市公共数据资源授权运营实施方案（征求意见稿）附件1",
                "providers",
                ANNEX.providers().stream().map(LuanCatalogue::provider).toList(),
                "units",
                ANNEX.units().stream().map(LuanCatalogue::unit).toList(),
                "items",
                ANNEX.lines().stream().map(LuanCatalogue::item).toList());
    }

    /** Ids of the items that have all it takes to be published. */
    public static List<String> firstBatch() {
        return PREPARED.items().stream().map(item -> item.id().value()).toList();
    }

    static List<Map<String, String>> defects(List<Defect> defects) {
        return defects.stream()
                .map(defect -> Map.of(
                        "id", defect.id(),
                        "zh", defect.words().zh(),
                        "en", defect.words().en()))
                .toList();
    }

    private static Map<String, Object> provider(DataProvider provider) {
        return Map.of(
                "id", provider.id().value(),
                "name", provider.name().zh(),
                "nameEn", provider.name().en());
    }

    private static Map<String, Object> unit(AnnexUnit unit) {
        List<String> providers =
                unit.providers().stream().map(provider -> provider.id().value()).toList();
        return Map.of("no", unit.no(), "name", unit.name(), "providers", providers);
    }

    private static Map<String, Object> item(AnnexLine line) {
        return Map.of(
                "id", line.id().value(),
                "unit", line.unit().no(),
                "line", line.line(),
                "declaration", declaration(line));
    }

    private static Map<String, Object> declaration(AnnexLine line) {
        Map<String, Object> declaration = new HashMap<>();
        declaration.put("name", line.name());
        declaration.put("sourceText", line.sourceText());
        declaration.put("collectionState", line.toBeCollected() ? "TO_BE_COLLECTED" : "COLLECTED");
        declaration.put("updateFrequency", line.frequency().name());
        declaration.put("defects", defects(line.defects()));
        if (line.duplicateOf() != null) {
            declaration.put("duplicateOf", line.duplicateOf().value());
        }
        PREPARED.item(line.id()).ifPresent(item -> prepared(item, declaration));
        return declaration;
    }

    private static void prepared(PreparedItem item, Map<String, Object> declaration) {
        declaration.put("meaning", words(item.meaning()));
        declaration.put("legalBasis", words(item.legalBasis()));
        declaration.put(
                "subjects", item.subjects().stream().map(LuanCatalogue::subject).toList());
        declaration.put(
                "columns", item.columns().stream().map(LuanCatalogue::column).toList());
        declaration.put("joins", item.joins().stream().map(LuanCatalogue::join).toList());
        declaration.put(
                "interests",
                item.interests().stream().map(LuanCatalogue::interest).toList());
        declaration.put(
                "qualityPromise",
                item.qualityPromise().stream().map(LuanCatalogue::quality).toList());
    }

    private static Map<String, Object> subject(SubjectKey subject) {
        return Map.of("kind", subject.kind().name(), "column", subject.column());
    }

    private static Map<String, Object> column(ItemColumn column) {
        Map<String, Object> read = new HashMap<>();
        read.put("code", column.code());
        read.put("name", column.name().zh());
        read.put("nameEn", column.name().en());
        read.put("type", column.type().name());
        read.put("level", column.level().name());
        read.put("control", column.control().name());
        read.put("required", column.required());
        if (!column.note().zh().isEmpty()) {
            read.put("note", column.note().zh());
            read.put("noteEn", column.note().en());
        }
        return read;
    }

    private static Map<String, Object> join(ItemJoin join) {
        return Map.of(
                "column",
                join.from().column(),
                "toItem",
                join.to().item().value(),
                "toColumn",
                join.to().column());
    }

    private static Map<String, Object> interest(InterestAnswer answer) {
        return Map.of(
                "interest", answer.interest().name(),
                "present", answer.present(),
                "zh", answer.reason().zh(),
                "en", answer.reason().en());
    }

    private static Map<String, Object> quality(QualityRule rule) {
        return Map.of(
                "dimension", rule.dimension().name(),
                "threshold", rule.threshold(),
                "zh", rule.rule().zh(),
                "en", rule.rule().en());
    }

    private static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }
}
