package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.query.spi.ColumnType.Scalar;

import java.util.List;
import java.util.Optional;

/**
 * A catalogue item as queries see it.
 *
 * @param name its name in queries, such as C13_04
 * @param item the catalogue item
 * @param columns its columns
 * @param subjects whom its rows are about, first of all the first; a floor counts each; none for an item about nobody
 * @param joins the joins queries may use from it
 */
public record GovernedTable(
        String name, ItemId item, List<GovernedColumn> columns, List<SubjectKey> subjects, List<DeclaredJoin> joins) {

    public GovernedTable {
        columns = List.copyOf(columns);
        subjects = List.copyOf(subjects);
        joins = List.copyOf(joins);
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,62}") || name.startsWith(Names.RESERVED)) {
            throw new IllegalArgumentException("not a table name: length " + name.length());
        }
        if (columns.stream().map(GovernedColumn::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException(name + " has two columns of one name");
        }
        for (SubjectKey subject : subjects) {
            boolean named = columns.stream()
                    .anyMatch(c -> c.name().equals(subject.column())
                            && c.control() == ColumnControl.SUBJECT_KEY
                            && c.type() == Scalar.TEXT);
            if (!named) {
                throw new IllegalArgumentException(name + "." + subject.column() + " is no subject key");
            }
        }
        for (GovernedColumn column : columns) {
            boolean counted = subjects.stream().anyMatch(s -> s.column().equals(column.name()));
            // A subject nobody declared would be counted by no floor and left out by no opt-out.
            if (column.control() == ColumnControl.SUBJECT_KEY && !counted) {
                throw new IllegalArgumentException(name + "." + column.name() + " is the key of no declared subject");
            }
        }
    }

    Optional<GovernedColumn> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    ColumnRef ref(GovernedColumn column) {
        return new ColumnRef(item, column.name());
    }
}
