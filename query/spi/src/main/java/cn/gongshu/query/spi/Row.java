package cn.gongshu.query.spi;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The values of one row in column order; null stands for SQL's NULL. */
public final class Row {

    private final @Nullable Object[] values;

    private Row(@Nullable Object[] values) {
        this.values = values;
    }

    /** A row of these values; the array is not copied and must not be changed afterwards. */
    public static Row of(@Nullable Object... values) {
        return new Row(values);
    }

    public @Nullable Object value(int position) {
        return values[position];
    }

    public int size() {
        return values.length;
    }

    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The number of values and not one of them: a row may be about a person. */
    @Override
    public String toString() {
        return "Row[" + values.length + " values]";
    }
}
