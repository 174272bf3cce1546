package cn.gongshu.query.spi;

import java.nio.file.Path;
import java.util.List;

/**
 * One snapshot of a table of the lake, bound to a name. An engine that reads files uses {@code files}; one with a
 * catalogue of its own uses {@code storedAs} and {@code snapshotId}; both must give the same rows.
 *
 * @param name name in the SQL text
 * @param storedAs namespace and table in the lake's catalogue, such as lake.c05_01
 * @param snapshotId the snapshot that is read; 0 for a table never loaded
 * @param columns the snapshot's schema; files are read by field id, a column a file lacks is null
 * @param files the snapshot's data files, absolute
 * @param hasDeletes true when row deletes lie beside the files: whoever cannot apply them must refuse to read
 * @param rows number of rows in the files
 */
public record LakeTable(
        String name,
        String storedAs,
        long snapshotId,
        List<Column> columns,
        List<Path> files,
        boolean hasDeletes,
        long rows)
        implements TableBinding {

    public LakeTable {
        TableBinding.checkName(name);
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }

    /** The same snapshot under another name. */
    public LakeTable as(String otherName) {
        return new LakeTable(otherName, storedAs, snapshotId, columns, files, hasDeletes, rows);
    }
}
