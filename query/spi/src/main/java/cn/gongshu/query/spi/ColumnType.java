package cn.gongshu.query.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Type of a column, the same in the lake, in an engine and in Java. A null value is judged by its column, not here. */
public sealed interface ColumnType {

    /** True when {@code value} is of the Java class this type is carried in, and fits its precision. */
    boolean accepts(Object value);

    /** Types without parameters, each with the one Java class that carries it. */
    enum Scalar implements ColumnType {
        BOOLEAN(Boolean.class),
        /** 32 bits. */
        INTEGER(Integer.class),
        /** 64 bits. */
        LONG(Long.class),
        DOUBLE(Double.class),
        DATE(LocalDate.class),
        /** Wall clock of Asia/Shanghai in microseconds, without a zone. */
        TIMESTAMP(LocalDateTime.class),
        /** Any Unicode text without the character U+0000. */
        TEXT(String.class);

        private final Class<?> carrier;

        Scalar(Class<?> carrier) {
            this.carrier = carrier;
        }

        @Override
        public boolean accepts(Object value) {
            return carrier.isInstance(value) && !(value instanceof String text && text.indexOf('\0') >= 0);
        }
    }

    /** Exact decimal carried in {@link BigDecimal}; precision 1 to 38, scale 0 to precision. */
    record Decimal(int precision, int scale) implements ColumnType {
        private static final int MAX_PRECISION = 38;

        public Decimal {
            if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("no decimal type (" + precision + "," + scale + ")");
            }
        }

        @Override
        public boolean accepts(Object value) {
            return value instanceof BigDecimal number && (number.signum() == 0 || fits(number));
        }

        private boolean fits(BigDecimal number) {
            boolean fraction =
                    number.scale() <= scale || number.stripTrailingZeros().scale() <= scale;
            return fraction && number.precision() - number.scale() <= precision - scale;
        }
    }

    /** List of values, some of which may be null; only in results, never in a table of the lake. */
    record ListOf(ColumnType element) implements ColumnType {
        @Override
        public boolean accepts(Object value) {
            return value instanceof List<?> list && list.stream().allMatch(v -> v == null || element.accepts(v));
        }
    }
}
