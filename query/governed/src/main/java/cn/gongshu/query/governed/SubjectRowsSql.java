package cn.gongshu.query.governed;

import org.apache.calcite.sql.SqlNode;

import java.util.ArrayList;
import java.util.List;

/** Builds the query that runs for one row per subject. */
final class SubjectRowsSql {

    private SubjectRowsSql() {}

    static SqlNode of(SubjectShape shape, Obligations obligations) {
        SqlNode subject = Expressions.column(shape.subject());
        List<SqlNode> items = new ArrayList<>();
        items.add(Nodes.as(subject, shape.subjectName()));
        shape.items().forEach(item -> items.add(Nodes.as(item.node(), item.name())));
        SqlNode from = new FromSql(shape.sources(), shape.touched(), obligations)
                .joined(shape.subject().column().name());
        return Nodes.select(items, from, shape.where(), List.of(subject), List.of());
    }
}
