package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.catalogue.CatalogueImport.Imported;
import cn.gongshu.platform.catalogue.CatalogueImport.NewItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enters part of a catalogue: all of it or nothing. What says nothing new writes nothing, so the same import may be sent
 * again. An import never lowers a level (R072a) and never touches what a batch has published (R072).
 */
@Service
class CatalogueImports {

    private final CatalogueStore store;
    private final CatalogueWriter writer;
    private final Acts acts;
    private final Epoch epoch;

    CatalogueImports(CatalogueStore store, CatalogueWriter writer, Acts acts, Epoch epoch) {
        this.store = store;
        this.writer = writer;
        this.acts = acts;
        this.epoch = epoch;
    }

    @Transactional
    public Outcome<Imported> enter(CatalogueImport catalogue, Officer by) {
        writer.oneAtATime();
        Map<String, CatalogueItem> before =
                store.locked(catalogue.items().stream().map(NewItem::id).toList());
        Optional<Refusal> refusal = new ImportChecks(store, catalogue, before).refusal();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<WrittenRow> rows = new ArrayList<>();
        catalogue.providers().forEach(provider -> rows.addAll(writer.write(provider)));
        catalogue.units().forEach(unit -> rows.addAll(writer.write(unit)));
        int added = 0;
        int changed = 0;
        for (NewItem item : catalogue.items()) {
            CatalogueItem old = before.get(item.id());
            if (old == null || item.saysSomethingNew(old)) {
                rows.addAll(writer.write(item, old, by));
                added += old == null ? 1 : 0;
                changed += old == null ? 0 : 1;
            }
        }
        int unchanged = catalogue.items().size() - added - changed;
        String act = rows.isEmpty() ? null : recorded(catalogue, by, rows, added, changed);
        return Outcome.done(new Imported(catalogue.source(), added, changed, unchanged, act));
    }

    private String recorded(CatalogueImport catalogue, Officer by, List<WrittenRow> rows, int added, int changed) {
        epoch.bump();
        Map<String, Object> payload = Map.of("source", catalogue.source(), "added", added, "changed", changed);
        return acts.recordInParts(new Act("catalogue-imported", "catalogue", "catalogue", by, "R011", payload, rows));
    }
}
