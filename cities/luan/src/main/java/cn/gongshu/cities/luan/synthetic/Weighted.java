package cn.gongshu.cities.luan.synthetic;

import java.util.List;
import java.util.function.ToIntFunction;

/** A list drawn from by weight. */
final class Weighted<T> {

    private final List<T> values;
    private final int[] upTo;

    Weighted(List<T> values, ToIntFunction<T> weight) {
        this.values = List.copyOf(values);
        this.upTo = new int[values.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsInt(values.get(i));
            upTo[i] = sum;
        }
    }

    int total() {
        return upTo[upTo.length - 1];
    }

    /** The value whose share holds {@code draw}, from 0 to {@link #total} − 1. */
    T at(int draw) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (draw < upTo[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.get(low);
    }
}
