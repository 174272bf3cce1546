package cn.gongshu.kernel;

import java.math.BigDecimal;

/**
 * An exact amount of renminbi.
 *
 * @param fen the amount in fen (1/100 yuan); may be negative
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** Adds; throws {@link ArithmeticException} rather than wrap. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** Multiplies by a count; throws {@link ArithmeticException} rather than wrap. */
    public Money times(long count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    /** The amount in yuan with exactly two digits, such as {@code 1234.50}; no grouping, no currency sign. */
    public String yuan() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
