package cn.gongshu.cities.luan.annex;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One catalogue line of annex 1 (R160).
 *
 * @param id {@code C<unit>-<line>}, two digits each
 * @param line its place inside the unit, from 1
 * @param toBeCollected true where the annex says 待归集
 * @param sourceText the annex's own wording
 * @param defects what is doubtful about it; the words to show stand there
 * @param duplicateOf the earlier line of the same unit with the same name, or null; duplicates are flagged, not merged
 */
public record AnnexLine(
        ItemId id,
        AnnexUnit unit,
        int line,
        String name,
        UpdateFrequency frequency,
        boolean toBeCollected,
        String sourceText,
        List<Defect> defects,
        @Nullable ItemId duplicateOf) {

    public AnnexLine {
        defects = List.copyOf(defects);
    }

    static ItemId idOf(int unit, int line) {
        return new ItemId("C%02d-%02d".formatted(unit, line));
    }
}
