package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.access.Role;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows behind every count of uses and refusals. A consumer sees its own; nobody sees whom a use was about. */
@RestController
@RequestMapping("/api/v1")
class EntryController {

    private static final int PAGE = 50;
    private static final String COLUMNS = """
            SELECT log, entry_index AS index, kind, receipt_id AS receipt, product, recipient, subscription, purpose, code,
                   clause, quantity, charge_fen, legal_date, machine_time
              FROM use_record WHERE true
            """;
    /** A link's own entries and those of every subscription below it. */
    private static final String BELOW = """
             AND subscription IN (
                 WITH RECURSIVE below(id) AS (
                     SELECT id FROM mandate WHERE id = ?
                     UNION SELECT m.id FROM mandate m JOIN below b ON m.parent = b.id)
                 SELECT id FROM below)
            """;

    private final JdbcClient db;
    private final EvidenceLog log;
    private final LegalDate legalDate;
    private final Reconciliation reconciliation;

    EntryController(JdbcClient db, EvidenceLog log, LegalDate legalDate, Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
        this.db = db;
        this.log = log;
        this.legalDate = legalDate;
    }

    /** What to show; each filter may be left out. */
    record Filter(
            @Nullable String kind,
            @Nullable String product,
            @Nullable String subscription,
            @Nullable String mandate,
            @Nullable String date,
            @Nullable String clause) {}

    record Page(long total, int page, int size, List<Row> rows) {}

    /** One use or refusal, with nothing about the person. */
    record Row(
            String log,
            long index,
            String kind,
            String receipt,
            @Nullable String product,
            @Nullable String recipient,
            @Nullable String subscription,
            @Nullable String purpose,
            @Nullable String code,
            @Nullable String clause,
            long quantity,
            @Nullable Long chargeFen,
            LocalDate legalDate,
            Instant machineTime) {}

    @GetMapping("/entries")
    Page entries(Filter filter, @RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Officer by) {
        if (page < 0) {
            throw Required.invalid("page", "从 0 起的整数", "a whole number from 0 on");
        }
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        restrict(filter, where, values);
        and(where, values, "recipient", onlyOwn(by));
        long total = db.sql("SELECT count(*) FROM use_record WHERE true" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Object> withPage = new ArrayList<>(values);
        withPage.add(PAGE);
        withPage.add((long) page * PAGE);
        List<Row> rows = db.sql(COLUMNS + where + " ORDER BY entry_index DESC LIMIT ? OFFSET ?")
                .params(withPage)
                .query(EntryController::row)
                .list();
        return new Page(total, page, PAGE, rows);
    }

    /** Uses and refusals by product on the legal day and in all. */
    @GetMapping("/entry-counts")
    List<Map<String, Object>> counts(@AuthenticationPrincipal Officer by) {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>(List.of(legalDate.today()));
        and(where, values, "recipient", onlyOwn(by));
        return db.sql("""
                SELECT product, subscription, kind, count(*) AS "all", count(*) FILTER (WHERE legal_date = ?) AS "today"
                  FROM use_record WHERE true
                """ + where + " GROUP BY product, subscription, kind ORDER BY product, subscription, kind")
                .params(values)
                .query()
                .listOfRows();
    }

    /** A receipt against the newest checkpoint, for its consumer and for those who supervise. */
    @GetMapping(value = "/receipts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String receipt(@PathVariable String id, @AuthenticationPrincipal Officer by) {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>(List.of(id));
        and(where, values, "recipient", onlyOwn(by));
        return db.sql("SELECT entry_index FROM use_record WHERE receipt_id = ?" + where)
                .params(values)
                .query(Long.class)
                .optional()
                .flatMap(log::receipt)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "回执", "what@en", "receipt"))))
                .json();
    }

    /** Compares projections with the log and state with its acts, now. */
    @PostMapping("/reconciliations")
    List<Finding> reconcile() {
        return reconciliation.run();
    }

    private static @Nullable String onlyOwn(Officer by) {
        return by.has(Role.CONSUMER) ? by.organisation().value() : null;
    }

    private static void restrict(Filter filter, StringBuilder where, List<Object> values) {
        and(where, values, "kind", filter.kind);
        and(where, values, "product", filter.product);
        and(where, values, "subscription", filter.subscription);
        and(where, values, "clause", filter.clause);
        if (filter.date != null && !filter.date.isBlank()) {
            where.append(" AND legal_date = ?");
            values.add(Required.date("date", filter.date));
        }
        if (filter.mandate != null && !filter.mandate.isBlank()) {
            where.append(BELOW);
            values.add(filter.mandate);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("log"),
                row.getLong("index"),
                row.getString("kind"),
                row.getString("receipt"),
                row.getString("product"),
                row.getString("recipient"),
                row.getString("subscription"),
                row.getString("purpose"),
                row.getString("code"),
                row.getString("clause"),
                row.getLong("quantity"),
                row.getObject("charge_fen", Long.class),
                row.getObject("legal_date", LocalDate.class),
                row.getObject("machine_time", OffsetDateTime.class).toInstant());
    }

    private static void and(StringBuilder where, List<Object> values, String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }
}
