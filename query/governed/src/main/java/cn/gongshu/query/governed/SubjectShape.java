package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A checked query that gives one row per subject, rebuilt.
 *
 * @param sources base table first
 * @param where rebuilt condition, or null
 * @param subject the base table's key that rows are grouped by
 * @param subjectName its name in the result
 * @param items what else each row holds
 * @param touched every column the query names
 */
record SubjectShape(
        List<Source> sources,
        @Nullable SqlNode where,
        Site subject,
        String subjectName,
        List<Item> items,
        Set<ColumnRef> touched) {

    /** An aggregate over one subject's rows. */
    record Item(String name, SqlNode node) {}
}
