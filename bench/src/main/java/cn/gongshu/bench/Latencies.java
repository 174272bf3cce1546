package cn.gongshu.bench;

import java.util.Arrays;
import java.util.List;

/** Durations of calls in nanoseconds, taken by one thread and then put together. */
public final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    static Latencies together(List<Latencies> parts) {
        Latencies all = new Latencies();
        all.nanos =
                new long[Math.max(1, parts.stream().mapToInt(part -> part.count).sum())];
        for (Latencies part : parts) {
            System.arraycopy(part.nanos, 0, all.nanos, all.count, part.count);
            all.count += part.count;
        }
        return all;
    }

    /** The duration that this share of the calls did not exceed (nearest rank), in nanoseconds; 0 without calls. */
    public long quantile(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)];
    }
}
