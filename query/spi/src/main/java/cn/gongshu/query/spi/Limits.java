package cn.gongshu.query.spi;

import java.time.Duration;

/**
 * What one run may use; going over one stops the run with {@code QUERY_LIMIT}. A run that meets a limit exactly is
 * within it.
 *
 * @param rows most rows in the result
 * @param bytes most bytes of the result's values: text by two bytes a character, everything else by eight
 * @param time most time from the start of the run to its last row
 */
public record Limits(long rows, long bytes, Duration time) {

    public Limits {
        if (rows < 1 || bytes < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}
