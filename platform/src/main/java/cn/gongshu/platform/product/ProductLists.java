package cn.gongshu.platform.product;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.catalogue.CatalogueFacts;
import cn.gongshu.platform.product.ProductDeclaration.Need;
import cn.gongshu.platform.product.ProductList.Imported;
import cn.gongshu.platform.product.ProductList.NewProduct;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Enters a product list: all of it or nothing; what says nothing new writes nothing. */
@Service
class ProductLists {

    private static final long ONE_AT_A_TIME = 0x7072_6f64L;

    private final JdbcClient db;
    private final ProductStore store;
    private final CatalogueFacts catalogue;
    private final Acts acts;
    private final Epoch epoch;
    private final Clock clock;

    ProductLists(JdbcClient db, ProductStore store, CatalogueFacts catalogue, Acts acts, Epoch epoch, Clock clock) {
        this.db = db;
        this.store = store;
        this.catalogue = catalogue;
        this.acts = acts;
        this.epoch = epoch;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Imported> enter(ProductList list, Officer by) {
        db.sql("SELECT pg_advisory_xact_lock(?)").param(ONE_AT_A_TIME).query().singleRow();
        Optional<Refusal> refusal = unknownItem(list);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<WrittenRow> rows = new ArrayList<>();
        int added = 0;
        int changed = 0;
        for (NewProduct product : list.products()) {
            Product old = store.locked(product.code()).orElse(null);
            String text = CanonicalRecord.text(product.declaration());
            if (old == null || !text.equals(CanonicalRecord.text(old.declaration()))) {
                rows.addAll(write(product.code(), text, old));
                added += old == null ? 1 : 0;
                changed += old == null ? 0 : 1;
            }
        }
        int unchanged = list.products().size() - added - changed;
        String act = rows.isEmpty() ? null : recorded(list, by, rows, added, changed);
        return Outcome.done(new Imported(list.source(), added, changed, unchanged, act));
    }

    private Optional<Refusal> unknownItem(ProductList list) {
        Set<ItemId> known = catalogue.itemStates().keySet();
        return list.products().stream()
                .flatMap(product -> product.declaration().needs().stream())
                .map(Need::item)
                .filter(Objects::nonNull)
                .filter(item -> !known.contains(new ItemId(item)))
                .findFirst()
                .map(item -> Refusal.of(
                        ErrorCode.NOT_FOUND, Map.of("what", "目录项 " + item, "what@en", "catalogue item " + item)));
    }

    private List<WrittenRow> write(String code, String declaration, @Nullable Product old) {
        int version = old == null ? 1 : old.version() + 1;
        db.sql("""
                INSERT INTO product (code, version) VALUES (?, ?)
                    ON CONFLICT (code) DO UPDATE SET version = excluded.version
                """).params(code, version).update();
        String id = code + "." + version;
        db.sql("""
                INSERT INTO product_version (id, product, version, sha256, declaration, declared_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        code,
                        version,
                        CanonicalRecord.sha256(declaration),
                        declaration,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return List.of(new WrittenRow(StateTable.PRODUCT, code), new WrittenRow(StateTable.PRODUCT_VERSION, id));
    }

    private String recorded(ProductList list, Officer by, List<WrittenRow> rows, int added, int changed) {
        epoch.bump();
        Map<String, Object> payload = Map.of("source", list.source(), "added", added, "changed", changed);
        return acts.recordInParts(
                new Act("product-list-imported", "product-list", "product-list", by, "R076", payload, rows));
    }
}
