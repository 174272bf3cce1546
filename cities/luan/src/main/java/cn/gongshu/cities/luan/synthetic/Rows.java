package cn.gongshu.cities.luan.synthetic;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** The rows of a table as they come: for each index the few rows that belong to it, never more in memory. */
final class Rows implements Iterator<@Nullable Object[]> {

    private final int end;
    private final IntFunction<List<@Nullable Object[]>> of;
    private int next;
    private Iterator<@Nullable Object[]> current = List.<@Nullable Object[]>of().iterator();

    Rows(int end, IntFunction<List<@Nullable Object[]>> of) {
        this.end = end;
        this.of = of;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && next < end) {
            current = of.apply(next++).iterator();
        }
        return current.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
