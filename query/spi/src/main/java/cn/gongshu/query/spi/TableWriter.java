package cn.gongshu.query.spi;

import cn.gongshu.kernel.Outcome;

import java.util.Iterator;
import java.util.List;

/** Writes rows into data files that a later commit may add to a table. Only {@code lake} may call one. */
public interface TableWriter extends AutoCloseable {

    /**
     * Writes all rows, forced to disk, into new Parquet files of the folder, with the columns' field ids.
     *
     * @return the files in the order of their rows (none for no rows), or ROW_INVALID with {@code row} (from 1) and
     *     {@code column} when a value does not fit; then, and after any fault, no file of this call is left
     */
    Outcome<List<WrittenFile>> write(WriteOrder order, Iterator<Row> rows);

    @Override
    void close();
}
