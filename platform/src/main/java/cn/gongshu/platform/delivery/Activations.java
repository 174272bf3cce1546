package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.decision.SubjectKind;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Act;
import cn.gongshu.platform.act.Act.WrittenRow;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.Epoch;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.platform.authorisation.Approvals;
import cn.gongshu.query.governed.CheckedSubjectRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Activation of a product's code: its query is checked against the go-live approval's scope, its serving table is built
 * through the governed door, and only then it answers. A query outside the shapes is refused here, with how to mend it.
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
    record Building(Governance governance, ServingBuilds builds, Approvals approvals, LiveProducts live) {}

    /** Activates a definition; the product answers from it as soon as this returns done. */
    Outcome<String> activate(Definition definition, Officer by) {
        return approval(definition.product())
                .then(link -> checkedAndBuilt(definition, link)
                        .map(built -> transactions.execute(status -> record(definition, by))));
    }

    /** Builds the serving table of an activated product anew, from the present snapshots. */
    public Outcome<ProductCode> refresh(ProductCode product) {
        return building.live
                .find(product.value())
                .map(live -> approval(product)
                        .then(link -> checkedAndBuilt(live.definition(), link))
                        .map(built -> product))
                .orElseGet(() -> Outcome.refused(notLive(product)));
    }

    /** Builds whatever an activated product lacks, such as after all serving tables were dropped. */
    public void rebuildMissing() {
        building.live.reload();
        for (LiveProduct product : building.live.all()) {
            if (!product.aggregate() && !building.builds.served(product.code())) {
                rebuild(product.code());
            }
        }
    }

    /** A product whose approval is not in force stays without a table, and the door refuses it; the platform starts. */
    private void rebuild(ProductCode product) {
        if (refresh(product) instanceof Outcome.Refused<ProductCode>(Refusal refusal)) {
            diagnostics.warn("{} has no serving table: {}", product, refusal.code());
        }
    }

    private Outcome<Mandate> approval(ProductCode product) {
        return building.approvals
                .inForce(product)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(notLive(product)));
    }

    private Outcome<ProductCode> checkedAndBuilt(Definition definition, Mandate link) {
        Governance governance = building.governance;
        if (definition.needs().subject() == SubjectKind.AGGREGATE) {
            return governance
                    .queries()
                    .checkAggregate(definition.query(), governance.tables(), Governance.scope(link))
                    .then(query -> declared(definition, query.columns()));
        }
        return governance
                .queries()
                .checkSubjectRows(
                        definition.query(),
                        definition.needs().subject().name(),
                        governance.tables(),
                        Governance.scope(link))
                .then(query -> declared(definition, query.columns()).then(code -> built(definition, query, link)));
    }

    private Outcome<ProductCode> built(Definition definition, CheckedSubjectRows query, Mandate link) {
        return building.builds.build(definition, query, link).map(table -> definition.product());
    }

    /** The columns a definition declares – on which every use is decided – are those its query touches, no fewer. */
    private static Outcome<ProductCode> declared(Definition definition, Set<ColumnRef> touched) {
        Set<ColumnRef> declared = new TreeSet<>();
        definition
                .needs()
                .columns()
                .forEach((item, columns) -> columns.forEach(column -> declared.add(new ColumnRef(item, column))));
        return touched.stream()
                .filter(column -> !declared.contains(column))
                .sorted()
                .findFirst()
                .<Outcome<ProductCode>>map(column -> Outcome.refused(undeclared(column)))
                .orElseGet(() -> Outcome.done(definition.product()));
    }

    private static Refusal undeclared(ColumnRef column) {
        return Refusal.of(
                ErrorCode.QUERY_REFUSED,
                Map.of(
                        "reason",
                        "查询用到未声明的列 " + column + "，请写入 columns",
                        "reason@en",
                        "column " + column + " is not declared"));
    }

    private String record(Definition definition, Officer by) {
        String canonical = definition.canonical();
        String hash = CanonicalRecord.sha256(canonical);
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

    private static Refusal notLive(ProductCode product) {
        return Refusal.of(ErrorCode.NOT_LIVE, Map.of("product", product.value()));
    }
}
