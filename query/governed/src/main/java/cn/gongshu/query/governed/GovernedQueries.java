package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.RowCursor;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The only door to an engine. A product's declared query is checked once, at activation; each run attaches its
 * obligations to the checked tree and gives SQL made from that tree to the engine. Safe for use by several threads.
 *
 * <p>Refusals: QUERY_REFUSED with {@code reason} (Chinese: place, what is wrong, how to mend it) and {@code rule};
 * COLUMN_OUTSIDE with {@code column} and {@code link}; whatever a {@link TableBinder} refuses. Faults are the engine's
 * and carry no value of any row.
 */
public final class GovernedQueries {

    private final Runs aggregates;
    private final Runs rows;
    private final UniqueKeys uniqueKeys;

    /**
     * @param engine runs what was checked; closed by its owner
     * @param aggregateLimits what one aggregate may use
     * @param rowLimits what one stream of subjects' rows may use
     */
    public GovernedQueries(QueryEngine engine, Limits aggregateLimits, Limits rowLimits) {
        this.aggregates = new Runs(engine, aggregateLimits);
        this.rows = new Runs(engine, rowLimits);
        this.uniqueKeys = new UniqueKeys(aggregates);
    }

    /**
     * Checks an aggregate over many subjects: {@code SELECT dimensions, COUNT(*) | COUNT(DISTINCT subject) |
     * SUM(column) FROM t [JOIN t2 ON declared key] [WHERE comparisons] GROUP BY dimensions [ORDER BY outputs]}. Lines
     * of explanation that start with {@code --} may stand before it.
     */
    public Outcome<CheckedAggregate> checkAggregate(String sql, GovernedTables tables, ColumnScope scope) {
        return answered(() -> {
            AggregateShape shape = AggregateCheck.of(SqlFront.validated(sql, tables), tables);
            return inScope(scope, shape.touched(), new CheckedAggregate(shape));
        });
    }

    /**
     * Checks a query for one row per subject: {@code SELECT subject, aggregates FROM t [JOIN …] [WHERE …] GROUP BY
     * subject}; aggregates are COUNT, SUM, MIN, MAX and ARRAY_AGG.
     *
     * @param subjectKind whom the rows are about, such as PERSON
     */
    public Outcome<CheckedSubjectRows> checkSubjectRows(
            String sql, String subjectKind, GovernedTables tables, ColumnScope scope) {
        return answered(() -> {
            SubjectShape shape = SubjectRowsCheck.of(SqlFront.validated(sql, tables), subjectKind, tables);
            return inScope(scope, shape.touched(), new CheckedSubjectRows(shape, subjectKind));
        });
    }

    /** Runs an aggregate under this use's obligations; {@code stop} may end it from another thread. */
    public Outcome<AggregateResult> aggregate(
            CheckedAggregate query, TableBinder binder, Obligations obligations, StopSignal stop) {
        AggregateShape shape = query.shape();
        return answered(() -> inScope(obligations.scope(), shape.touched(), shape)
                .then(s -> Bound.of(s.sources(), s.touched(), binder, obligations))
                .map(bound -> run(shape, bound, obligations, stop)));
    }

    private AggregateResult run(AggregateShape shape, Bound bound, Obligations obligations, StopSignal stop) {
        uniqueKeys.check(shape.sources(), bound, stop);
        String sql = aggregates.sql(AggregateSql.of(shape, obligations));
        Runs.Whole whole = aggregates.whole(sql, bound.all(), stop);
        List<Row> shown = new ArrayList<>();
        long hidden = 0;
        for (Row row : whole.rows()) {
            if (Boolean.TRUE.equals(row.value(0))) {
                shown.add(own(row));
            } else {
                hidden += (Long) Objects.requireNonNull(row.value(1));
            }
        }
        List<ResultColumn> columns = whole.columns().subList(2, whole.columns().size());
        return new AggregateResult(
                columns, shown, hidden, leftOut(shape, bound, obligations, stop), bound.snapshots(), sql);
    }

    private static Row own(Row row) {
        return Row.of(row.values().subList(2, row.size()).toArray());
    }

    /** How many subjects of the base table are left out, whatever the filter: a number per query would tell on them. */
    private Map<String, Long> leftOut(AggregateShape shape, Bound bound, Obligations obligations, StopSignal stop) {
        GovernedTable base = shape.sources().getFirst().table();
        Map<String, Long> leftOut = new LinkedHashMap<>();
        for (SubjectKey key : base.subjects()) {
            if (!obligations.optOuts(key.kind()).isEmpty()) {
                SqlNode column = Nodes.name(key.column());
                SqlNode among = Nodes.call(SqlStdOperatorTable.IN, column, FromSql.leftOut(key.kind()));
                SqlNode count = Nodes.as(Nodes.countDistinct(column), Names.GROUPS);
                SqlNode tree = Nodes.select(List.of(count), Nodes.name(base.name()), among, List.of(), List.of());
                leftOut.put(key.kind(), aggregates.number(tree, bound.all(), stop));
            }
        }
        leftOut.values().removeIf(number -> number == 0);
        return leftOut;
    }

    /** Starts a stream of subjects' rows under this use's obligations. It must be closed. */
    public Outcome<SubjectRows> subjectRows(
            CheckedSubjectRows query, TableBinder binder, Obligations obligations, StopSignal stop) {
        SubjectShape shape = query.shape();
        return answered(() -> inScope(obligations.scope(), shape.touched(), shape)
                .then(s -> Bound.of(s.sources(), s.touched(), binder, obligations))
                .map(bound -> start(shape, bound, obligations, stop)));
    }

    private SubjectRows start(SubjectShape shape, Bound bound, Obligations obligations, StopSignal stop) {
        uniqueKeys.check(shape.sources(), bound, stop);
        String sql = rows.sql(SubjectRowsSql.of(shape, obligations));
        RowCursor cursor = rows.start(sql, bound.all(), stop);
        return new SubjectRows(cursor, stop, bound.snapshots(), sql);
    }

    /** Does once what costs time only once: loads Calcite and the engine. Called at start, away from any request. */
    public void warm() {
        ColumnScope scope = ColumnScope.ofItems("warm", List.of(Warm.ITEM));
        CheckedAggregate query = checkAggregate(Warm.QUERY, Warm.TABLES, scope).orThrow();
        Obligations obligations = new Obligations(scope, 1, Map.of());
        aggregate(query, item -> Outcome.done(Warm.EMPTY), obligations, new StopSignal())
                .orThrow();
    }

    private static <T> Outcome<T> inScope(ColumnScope scope, Set<ColumnRef> touched, T value) {
        return scope.refusal(touched).map(Outcome::<T>refused).orElseGet(() -> Outcome.done(value));
    }

    private static <T> Outcome<T> answered(Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }
}
