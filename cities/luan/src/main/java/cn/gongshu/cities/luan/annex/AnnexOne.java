package cn.gongshu.cities.luan.annex;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.UpdateFrequency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Annex 1 (附件1): the first batch of public data resources, exactly as published.
 *
 * @param providers the distinct organisations its units name, in order of first appearance
 * @param units 25, in order
 * @param lines 102, in order
 * @param defects those that concern a line
 */
public record AnnexOne(
        List<DataProvider> providers, List<AnnexUnit> units, List<AnnexLine> lines, List<Defect> defects) {

    public AnnexOne {
        providers = List.copyOf(providers);
        units = List.copyOf(units);
        lines = List.copyOf(lines);
        defects = List.copyOf(defects);
    }

    @Clause("R160")
    public static AnnexOne load() {
        List<DataProvider> providers = Sheet.read("data/providers.tsv").rows().stream()
                .map(row -> new DataProvider(
                        new PartyId(row.text("id")), new Words(row.text("annex_name"), row.text("en"))))
                .toList();
        Map<Integer, AnnexUnit> units = units(providers);
        List<Defect> defects = Defect.load();
        List<AnnexLine> lines = lines(units, defects);
        List<Defect> ours = defects.stream()
                .filter(defect -> lines.stream().anyMatch(line -> line.defects().contains(defect)))
                .toList();
        return new AnnexOne(providers, List.copyOf(units.values()), lines, ours);
    }

    public Optional<AnnexLine> line(ItemId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** The line of that name; where a name occurs twice, the first. */
    public Optional<AnnexLine> firstNamed(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    public long toBeCollected() {
        return lines.stream().filter(AnnexLine::toBeCollected).count();
    }

    /** Lines 待归集 with duplicates counted once. */
    public long toBeCollectedDistinct() {
        return lines.stream()
                .filter(line -> line.toBeCollected() && line.duplicateOf() == null)
                .count();
    }

    private static Map<Integer, AnnexUnit> units(List<DataProvider> providers) {
        Map<Integer, AnnexUnit> units = new LinkedHashMap<>();
        for (Sheet.Row row : Sheet.read("data/annex1-units.tsv").rows()) {
            List<DataProvider> named = row.list("providers").stream()
                    .map(id -> providers.stream()
                            .filter(provider -> provider.id().value().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new Fault(ErrorCode.INTERNAL, row.place() + ": no provider " + id)))
                    .toList();
            units.put(row.whole("unit"), new AnnexUnit(row.whole("unit"), row.text("name"), named));
        }
        return units;
    }

    private static List<AnnexLine> lines(Map<Integer, AnnexUnit> units, List<Defect> defects) {
        List<AnnexLine> lines = new ArrayList<>();
        Map<String, ItemId> first = new HashMap<>();
        for (Sheet.Row row : Sheet.read("data/annex1-lines.tsv").rows()) {
            AnnexUnit unit = units.get(row.whole("unit"));
            if (unit == null) {
                throw new Fault(ErrorCode.INTERNAL, row.place() + ": no such unit");
            }
            ItemId id = AnnexLine.idOf(unit.no(), row.whole("line"));
            lines.add(new AnnexLine(
                    id,
                    unit,
                    row.whole("line"),
                    row.text("name"),
                    row.one(UpdateFrequency.class, "frequency"),
                    row.flag("to_be_collected"),
                    row.text("source_text"),
                    Defect.concerning(defects, id.value()),
                    first.putIfAbsent(unit.no() + row.text("name"), id)));
        }
        return lines;
    }
}
