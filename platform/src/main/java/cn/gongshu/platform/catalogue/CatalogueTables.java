package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;

/** The published items as tables that queries may name: columns with their controls, subjects, declared joins. */
@Service
public class CatalogueTables {

    private final CatalogueStore store;

    CatalogueTables(CatalogueStore store) {
        this.store = store;
    }

    /** A published item as a table. */
    public record QueryTable(ItemId item, List<QueryColumn> columns, List<Subject> subjects, List<ManyToOne> joins) {
        public QueryTable {
            columns = List.copyOf(columns);
            subjects = List.copyOf(subjects);
            joins = List.copyOf(joins);
        }
    }

    /** One of its columns. */
    public record QueryColumn(String code, ColumnType type, ColumnControl control, boolean required) {}

    /** Whom its rows are about, and by which column. */
    public record Subject(String kind, String column) {}

    /** A declared join of many rows to at most one of another item. */
    public record ManyToOne(String column, ItemId toItem, String toColumn) {}

    @Transactional(readOnly = true)
    public List<QueryTable> published() {
        return store.publishedDeclarations().entrySet().stream()
                .map(CatalogueTables::table)
                .toList();
    }

    private static QueryTable table(Map.Entry<String, Declaration> published) {
        Declaration declaration = published.getValue();
        return new QueryTable(
                new ItemId(published.getKey()),
                declaration.columns().stream()
                        .map(column ->
                                new QueryColumn(column.code(), column.type(), column.control(), column.required()))
                        .toList(),
                declaration.subjects().stream()
                        .map(subject -> new Subject(subject.kind().name(), subject.column()))
                        .toList(),
                declaration.joins().stream()
                        .map(join -> new ManyToOne(join.column(), new ItemId(join.toItem()), join.toColumn()))
                        .toList());
    }
}
