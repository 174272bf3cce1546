package cn.gongshu.query.spi;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how rows are to be written.
 *
 * @param folder an existing folder
 * @param namePrefix unique among the folder's files; files are named prefix-00000.parquet and on
 * @param columns the rows' columns, scalars and decimals only
 * @param rowsPerFile most rows of one file
 */
public record WriteOrder(Path folder, String namePrefix, List<Column> columns, long rowsPerFile) {

    public WriteOrder {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || rowsPerFile < 1) {
            throw new IllegalArgumentException("nothing to write: no columns or no rows per file");
        }
        if (!namePrefix.matches("[A-Za-z0-9-]{1,80}")) {
            throw new IllegalArgumentException("not a file name prefix");
        }
    }
}
