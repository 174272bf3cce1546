package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ItemId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A declared query for one row per subject that passed every check of its text; made by {@link GovernedQueries} only. */
public final class CheckedSubjectRows {

    private final SubjectShape shape;
    private final String subjectKind;

    CheckedSubjectRows(SubjectShape shape, String subjectKind) {
        this.shape = shape;
        this.subjectKind = subjectKind;
    }

    SubjectShape shape() {
        return shape;
    }

    /** Whom the rows are about. */
    public String subjectKind() {
        return subjectKind;
    }

    /** Every column the query names, its joins among them. */
    public Set<ColumnRef> columns() {
        return shape.touched();
    }

    /** The items it reads, base table first. */
    public List<ItemId> items() {
        return shape.sources().stream().map(s -> s.table().item()).distinct().toList();
    }

    /** Names of the result's columns, the subject first. */
    public List<String> outputs() {
        List<String> outputs = new ArrayList<>();
        outputs.add(shape.subjectName());
        shape.items().forEach(item -> outputs.add(item.name()));
        return outputs;
    }
}
