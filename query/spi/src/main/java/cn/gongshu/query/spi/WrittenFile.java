package cn.gongshu.query.spi;

import java.nio.file.Path;
import java.util.Map;

/**
 * One data file, closed and forced to disk.
 *
 * @param path absolute
 * @param rows rows in it
 * @param bytes its size
 * @param columns figures by field id
 */
public record WrittenFile(Path path, long rows, long bytes, Map<Integer, ColumnFigures> columns) {
    public WrittenFile {
        columns = Map.copyOf(columns);
    }
}
