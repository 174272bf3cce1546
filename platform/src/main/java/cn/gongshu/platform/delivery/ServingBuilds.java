package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.query.governed.CheckedSubjectRows;
import cn.gongshu.query.governed.Obligations;
import cn.gongshu.query.governed.StopSignal;
import cn.gongshu.query.governed.SubjectRows;
import cn.gongshu.query.serving.ServingBuild;
import cn.gongshu.query.serving.ServingColumn;
import cn.gongshu.query.serving.ServingRow;
import cn.gongshu.query.serving.ServingTable;
import cn.gongshu.query.serving.ServingTables;
import cn.gongshu.query.serving.ServingType;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Builds a product's serving table from its checked query, beside the one in use; what is built is published apart. */
@Component
class ServingBuilds {

    private final Governance governance;
    private final ServingTables tables;
    private final JdbcTemplate db;
    private final LegalDate legalDate;

    ServingBuilds(Governance governance, ServingTables tables, JdbcTemplate db, LegalDate legalDate) {
        this.governance = governance;
        this.tables = tables;
        this.db = db;
        this.legalDate = legalDate;
    }

    /** A table built from the present snapshots within the scope of {@code link}, not yet served. */
    Outcome<ServingTable> build(Definition definition, CheckedSubjectRows query, Mandate link) {
        Obligations obligations = new Obligations(Governance.scope(link), 1, Map.of());
        return governance
                .queries()
                .subjectRows(query, governance.binder(), obligations, new StopSignal())
                .then(rows -> into(definition, rows));
    }

    private Outcome<ServingTable> into(Definition definition, SubjectRows rows) {
        try (rows) {
            List<ResultColumn> values = rows.columns().subList(1, rows.columns().size());
            ServingBuild build = new ServingBuild(
                    definition.product(),
                    tables.nextGeneration(),
                    definition.needs().subject().name(),
                    values.stream().map(ServingBuilds::column).toList(),
                    rows.snapshots(),
                    governance.asOf(rows.snapshots(), legalDate.today()));
            return tables.build(build, new Rows(rows)).map(built -> {
                cover(built, definition.hash());
                return built;
            });
        }
    }

    /**
     * Points the product at the table, in the caller's transaction.
     *
     * @return false when a newer one is served already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean publish(ServingTable table) {
        return Boolean.TRUE.equals(
                db.execute((ConnectionCallback<Boolean>) connection -> tables.publish(connection, table)));
    }

    /** Drops what a product served before; called once the new table is the served one. */
    void dropOld(ProductCode product) {
        tables.dropOld(product);
    }

    /** Drops a table that will not be served. */
    void discard(ServingTable table) {
        tables.discard(table);
        db.update(
                "DELETE FROM product_coverage WHERE product = ? AND generation = ?",
                table.product().value(),
                table.generation());
    }

    /** Notes the first and last month in the table's lists, yyyymm, 0 standing for none, and what it was built for. */
    private void cover(ServingTable table, String definition) {
        String lists = table.columns().stream()
                .filter(column -> column.type() == ServingType.INT_ARRAY)
                .map(column ->
                        "SELECT unnest(\"" + column.name() + "\") AS month FROM serving.\"" + table.tableName() + "\"")
                .collect(Collectors.joining(" UNION ALL "));
        db.update(
                "INSERT INTO product_coverage (product, generation, definition_hash, month_from, month_to) "
                        + "SELECT ?, ?, ?, coalesce(min(month), 0), coalesce(max(month), 0) FROM ("
                        + (lists.isEmpty() ? "SELECT 0 AS month" : lists) + ") months WHERE month > 0",
                table.product().value(),
                table.generation(),
                definition);
    }

    /** True when the product has a table to answer from. */
    boolean served(ProductCode product) {
        return tables.current(product).isPresent();
    }

    private static ServingColumn column(ResultColumn column) {
        ServingType type = switch (column.type()) {
            case ColumnType.Scalar.TEXT -> ServingType.TEXT;
            case ColumnType.Scalar.INTEGER -> ServingType.INT;
            case ColumnType.Scalar.LONG -> ServingType.BIGINT;
            case ColumnType.Scalar.DATE -> ServingType.DATE;
            case ColumnType.ListOf(ColumnType element)
            when element == ColumnType.Scalar.INTEGER -> ServingType.INT_ARRAY;
            case ColumnType.ListOf(ColumnType element) when element == ColumnType.Scalar.TEXT -> ServingType.TEXT_ARRAY;
            default -> throw new IllegalArgumentException("no serving type for column " + column.name());
        };
        return new ServingColumn(column.name(), type);
    }

    /** The query's rows as serving rows. */
    private static final class Rows implements Iterator<ServingRow> {
        private final SubjectRows rows;
        private @Nullable Row next;

        Rows(SubjectRows rows) {
            this.rows = rows;
            this.next = rows.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public ServingRow next() {
            Row row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = rows.next();
            return new ServingRow(
                    (String) Objects.requireNonNull(row.value(0)), row.values().subList(1, row.size()));
        }
    }
}
