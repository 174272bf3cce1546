package cn.gongshu.platform.catalogue;

import cn.gongshu.platform.act.CanonicalRecord;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Part of a catalogue to be entered: what it names is added or brought up to date, what it does not name stays.
 *
 * @param source the paper it comes from
 */
record CatalogueImport(String source, List<DataProvider> providers, List<AnnexUnit> units, List<NewItem> items) {

    /** A data provider; {@code id} is the organisation it signs in as. */
    record DataProvider(String id, String name, String nameEn) {}

    /** A row of annex 1 and the providers it names. */
    record AnnexUnit(int no, String name, List<String> providers) {}

    /** An item and what is declared about it. */
    record NewItem(String id, int unit, int line, Declaration declaration) {

        boolean saysSomethingNew(CatalogueItem old) {
            return old.unit() != unit
                    || old.line() != line
                    || !CanonicalRecord.text(old.declaration()).equals(CanonicalRecord.text(declaration));
        }
    }

    /**
     * What came of an import.
     *
     * @param act the act's id, or null when nothing was new
     */
    record Imported(
            String source,
            int added,
            int changed,
            int unchanged,
            @Nullable String act) {}
}
