package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.authorisation.Approvals;
import cn.gongshu.platform.delivery.ProductBuilds.Built;
import cn.gongshu.query.serving.ServingTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Activation of a product's code by whoever holds its chain: everything is checked and the serving table built first; then
 * the table is served, the definition becomes the live one and the act is recorded, in one transaction. A query or answer
 * outside what is permitted is refused, with how to mend it, and nothing changes.
 */
@Service
public class Activations {

    private static final Logger diagnostics = LoggerFactory.getLogger(Activations.class);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Acts acts;
    private final Epoch epoch;
    private final Building building;
    private final Time time;

    Activations(JdbcClient db, TransactionTemplate transactions, Acts acts, Epoch epoch, Building building, Time time) {
        this.db = db;
        this.transactions = transactions;
        this.acts = acts;
        this.epoch = epoch;
        this.building = building;
        this.time = time;
    }

    /** What an activation is checked and built with. */
    @Component
    record Building(ProductBuilds products, ServingBuilds tables, Approvals approvals, LiveProducts live) {}

    /** Activates a definition; the product answers from it as soon as this returns done. */
    Outcome<String> activate(Definition definition, Officer by) {
        return approval(definition.product())
                .then(link -> heldBy(link, by))
                .then(link -> building.products.build(definition, link))
                .then(built -> published(built, null, () -> record(definition, by)));
    }

    /** Builds the serving table of an activated product anew, from the present snapshots. */
    Outcome<ProductCode> refresh(ProductCode product, Officer by) {
        long latest = latest(product);
        return approval(product)
                .then(link -> heldBy(link, by))
                .then(link -> rebuilt(product, link))
                .then(built -> published(built, latest, () -> refreshed(built, by)))
                .map(act -> product);
    }

    /** Builds whatever an activated product lacks, such as after all serving tables were dropped. */
    public void rebuildMissing() {
        building.live.reload();
        for (LiveProduct product : building.live.all()) {
            if (!product.aggregate() && !building.tables.served(product.code())) {
                rebuild(product.code());
            }
        }
    }

    /** A product whose approval is not in force stays without a table, and the door refuses it; the platform starts. */
    private void rebuild(ProductCode product) {
        long latest = latest(product);
        Outcome<String> rebuilt = approval(product)
                .then(link -> rebuilt(product, link))
                .then(built -> published(built, latest, product::value));
        if (rebuilt instanceof Outcome.Refused<String>(Refusal refusal)) {
            diagnostics.warn("{} has no serving table: {}", product, refusal.code());
        }
    }

    private Outcome<Built> rebuilt(ProductCode product, Mandate link) {
        return building.live
                .find(product.value())
                .map(live -> building.products.build(live.definition(), link))
                .orElseGet(() -> Outcome.refused(notLive(product)));
    }

    private Outcome<Mandate> approval(ProductCode product) {
        return building.approvals
                .inForce(product)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(notLive(product)));
    }

    /** Code answers in the name of the chain: only its operator, or whom the product was granted to, may put it there. */
    private Outcome<Mandate> heldBy(Mandate approval, Officer by) {
        return building.approvals.holders(approval).contains(by.organisation())
                ? Outcome.done(approval)
                : Outcome.refused(Refusal.of(
                                ErrorCode.NOT_PERMITTED,
                                Map.of(
                                        "operation", "为其他机构获授的产品启用代码",
                                        "operation@en", "activate the code of a product granted to others"))
                        .under("R075"));
    }

    /** Number of the product's latest activation; 0 for none. */
    private long latest(ProductCode product) {
        return db.sql("SELECT coalesce(max(seq), 0) FROM product_activation WHERE product = ?")
                .param(product.value())
                .query(Long.class)
                .single();
    }

    /**
     * Serves what was built together with what {@code recorded} writes, unless a newer table is served meanwhile or, for
     * a table built anew, another definition than that of the activation {@code latest} is live.
     */
    private Outcome<String> published(Built built, @Nullable Long latest, Supplier<String> recorded) {
        ProductCode product = built.definition().product();
        ServingTable table = built.table();
        Optional<String> done = Objects.requireNonNull(transactions.execute(status -> {
            db.sql("SELECT code FROM product WHERE code = ? FOR UPDATE")
                    .param(product.value())
                    .query(String.class)
                    .optional();
            boolean same = latest == null || latest == latest(product);
            return same && (table == null || building.tables.publish(table))
                    ? Optional.of(recorded.get())
                    : Optional.<String>empty();
        }));
        if (done.isPresent()) {
            building.tables.dropOld(product);
            return Outcome.done(done.get());
        }
        if (table != null) {
            building.tables.discard(table);
        }
        return Outcome.refused(overtaken(product));
    }

    private String record(Definition definition, Officer by) {
        String canonical = definition.canonical();
        String hash = definition.hash();
        long next = db.sql("SELECT count(*) + 1 FROM product_activation WHERE product = ?")
                .param(definition.product().value())
                .query(Long.class)
                .single();
        String id = definition.product() + "-" + next;
        db.sql("""
                INSERT INTO product_activation (id, product, definition, definition_hash, activated_by, activated_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        definition.product().value(),
                        canonical,
                        hash,
                        by.id(),
                        time.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        acts.record(new Act(
                "product-activated",
                "product",
                definition.product().value(),
                by,
                "R075",
                Map.of("definitionHash", hash),
                List.of(new WrittenRow(StateTable.PRODUCT_ACTIVATION, id))));
        epoch.bump();
        return id;
    }

    private String refreshed(Built built, Officer by) {
        ServingTable table = built.table();
        Map<String, Object> payload = table == null
                ? Map.of("definitionHash", built.definition().hash())
                : Map.of(
                        "definitionHash", built.definition().hash(),
                        "generation", Long.toString(table.generation()),
                        "snapshots",
                                table.snapshots().entrySet().stream()
                                        .map(entry -> entry.getKey() + "@" + entry.getValue())
                                        .sorted()
                                        .toList());
        return acts.record(new Act(
                "product-refreshed", "product", built.definition().product().value(), by, "R075", payload, List.of()));
    }

    private static Refusal overtaken(ProductCode product) {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                Map.of(
                        "what", "产品 " + product,
                        "what@en", "Product " + product,
                        "state", "已由他人更新",
                        "state@en", "updated by another meanwhile",
                        "operation", "以较早的数据提供服务",
                        "operation@en", "be served from earlier data"));
    }

    private static Refusal notLive(ProductCode product) {
        return Refusal.of(ErrorCode.NOT_LIVE, Map.of("product", product.value()));
    }
}
