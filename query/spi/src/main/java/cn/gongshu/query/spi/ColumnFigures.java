package cn.gongshu.query.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about one of its columns.
 *
 * @param bytes size on disk
 * @param values number of values, nulls among them
 * @param nulls number of nulls
 * @param least a value not above any in the column, as its type carries it; null when not known
 * @param greatest a value not below any in the column; null when not known
 */
public record ColumnFigures(
        long bytes,
        long values,
        long nulls,
        @Nullable Object least,
        @Nullable Object greatest) {}
