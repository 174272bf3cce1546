package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The FROM clause of generated SQL: the query's tables with the subjects who are left out taken out of each. */
final class FromSql {

    private final List<Source> sources;
    private final Set<ColumnRef> touched;
    private final Obligations obligations;

    FromSql(List<Source> sources, Set<ColumnRef> touched, Obligations obligations) {
        this.sources = sources;
        this.touched = touched;
        this.obligations = obligations;
    }

    /** All tables joined; of the base table only rows that name a subject in the column given, if one is. */
    SqlNode joined(@Nullable String subjectColumn) {
        SqlNode from = leaf(sources.getFirst(), subjectColumn);
        for (Source source : sources.subList(1, sources.size())) {
            Source.Step step = Objects.requireNonNull(source.step());
            SqlNode on = Nodes.call(
                    SqlStdOperatorTable.EQUALS,
                    Nodes.column(Names.source(step.from()), step.column().name()),
                    Nodes.column(source.generated(), step.ownColumn().name()));
            from = Nodes.join(from, step.outer(), leaf(source, null), on);
        }
        return from;
    }

    private SqlNode leaf(Source source, @Nullable String subjectColumn) {
        GovernedTable table = source.table();
        List<SqlNode> conditions = new ArrayList<>();
        if (subjectColumn != null) {
            conditions.add(Nodes.call(SqlStdOperatorTable.IS_NOT_NULL, Nodes.name(subjectColumn)));
        }
        for (SubjectKey key : table.subjects()) {
            if (!obligations.optOuts(key.kind()).isEmpty()) {
                conditions.add(notLeftOut(key));
            }
        }
        if (conditions.isEmpty()) {
            return Nodes.as(Nodes.name(table.name()), source.generated());
        }
        SqlNode kept =
                Nodes.select(columns(table), Nodes.name(table.name()), Nodes.all(conditions), List.of(), List.of());
        return Nodes.as(kept, source.generated());
    }

    private List<SqlNode> columns(GovernedTable table) {
        return table.columns().stream()
                .filter(c -> touched.contains(table.ref(c)) || c.control() == ColumnControl.SUBJECT_KEY)
                .map(c -> (SqlNode) Nodes.name(c.name()))
                .toList();
    }

    /** A row about no subject of the kind has nobody to leave out. */
    private static SqlNode notLeftOut(SubjectKey key) {
        SqlNode column = Nodes.name(key.column());
        return Nodes.call(
                SqlStdOperatorTable.OR,
                Nodes.call(SqlStdOperatorTable.IS_NULL, column),
                Nodes.call(SqlStdOperatorTable.NOT_IN, column, leftOut(key.kind())));
    }

    /** The ids of the subjects of a kind who are left out. */
    static SqlNode leftOut(String kind) {
        return Nodes.select(
                List.of(Nodes.name(Names.SUBJECT)), Nodes.name(Names.leftOut(kind)), null, List.of(), List.of());
    }
}
