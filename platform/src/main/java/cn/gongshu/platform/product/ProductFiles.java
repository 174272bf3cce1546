package cn.gongshu.platform.product;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Money;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.MeterKind;
import cn.gongshu.regulation.PriceRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Puts papers into a product's file: registration application, legal gate, trial price. The latest of a kind counts. */
@Service
class ProductFiles {

    private final JdbcClient db;
    private final ProductStore store;
    private final Acts acts;
    private final Epoch epoch;
    private final Clock clock;
    private final LegalDate legalDate;

    ProductFiles(JdbcClient db, ProductStore store, Acts acts, Epoch epoch, Clock clock, LegalDate legalDate) {
        this.db = db;
        this.store = store;
        this.acts = acts;
        this.epoch = epoch;
        this.clock = clock;
        this.legalDate = legalDate;
    }

    @Transactional
    public Outcome<Product> applyForRegistration(String code, String registrar, Document document, Officer by) {
        return product(code).map(product -> {
            String id = nextId(StateTable.REGISTRATION_APPLICATION, code);
            db.sql("""
                    INSERT INTO registration_application (id, product, n, registrar, document, applied_on,
                                                          organisation, officer, filed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            code,
                            number(id),
                            registrar,
                            CanonicalJson.text(document.canonical()),
                            legalDate.today(),
                            by.organisation().value(),
                            by.id(),
                            now())
                    .update();
            Map<String, Object> payload = Map.of("registrar", registrar, "document", document.canonical());
            return recorded(
                    code,
                    by,
                    "registration-applied",
                    "R074",
                    payload,
                    new WrittenRow(StateTable.REGISTRATION_APPLICATION, id));
        });
    }

    @Transactional
    public Outcome<Product> fileLegalGate(
            String code, boolean licenceNeeded, String opinion, Document document, Officer by) {
        return product(code).map(product -> {
            String id = nextId(StateTable.LEGAL_GATE, code);
            db.sql("""
                    INSERT INTO legal_gate (id, product, n, licence_needed, opinion, document, organisation, officer,
                                            filed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            code,
                            number(id),
                            licenceNeeded,
                            opinion,
                            CanonicalJson.text(document.canonical()),
                            by.organisation().value(),
                            by.id(),
                            now())
                    .update();
            Map<String, Object> payload = Map.of("licenceNeeded", licenceNeeded, "document", document.canonical());
            return recorded(code, by, "legal-gate-filed", "Q11", payload, new WrittenRow(StateTable.LEGAL_GATE, id));
        });
    }

    /** Refused for a product that is free (R122). */
    @Transactional
    public Outcome<Product> fileTrialPrice(String code, Money price, MeterKind meter, Document document, Officer by) {
        return product(code)
                .then(product ->
                        PriceRules.trialPrice(code, product.declaration().category(), price))
                .map(ruled -> {
                    String id = nextId(StateTable.TRIAL_PRICE, code);
                    db.sql("""
                            INSERT INTO trial_price (id, product, n, fen, meter, document, organisation, officer,
                                                     filed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                            .params(
                                    id,
                                    code,
                                    number(id),
                                    ruled.fen(),
                                    meter.name(),
                                    CanonicalJson.text(document.canonical()),
                                    by.organisation().value(),
                                    by.id(),
                                    now())
                            .update();
                    Map<String, Object> payload =
                            Map.of("fen", ruled.fen(), "meter", meter.name(), "document", document.canonical());
                    return recorded(
                            code, by, "trial-price-filed", "R127", payload, new WrittenRow(StateTable.TRIAL_PRICE, id));
                });
    }

    @Clause("R054")
    private Outcome<Product> product(String code) {
        return store.locked(code)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(ErrorCode.PRODUCT_UNKNOWN, Map.of("product", code))));
    }

    private Product recorded(
            String code, Officer by, String act, String clause, Map<String, Object> payload, WrittenRow row) {
        epoch.bump();
        acts.record(new Act(act, "product", code, by, clause, payload, List.of(row)));
        return store.product(code).orElseThrow();
    }

    /** {@code P37.1}, {@code P37.2}, …: the product's lock keeps two from taking the same. */
    private String nextId(StateTable table, String code) {
        int filed = db.sql("SELECT count(*) FROM " + table.table() + " WHERE product = ?")
                .param(code)
                .query(Integer.class)
                .single();
        return code + "." + (filed + 1);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
