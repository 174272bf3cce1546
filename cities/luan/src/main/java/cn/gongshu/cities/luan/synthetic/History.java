package cn.gongshu.cities.luan.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The 36 months the contribution detail covers, numbered 0 to 35; earlier months have negative numbers. */
final class History {

    static final int MONTHS = 36;
    static final YearMonth FIRST = YearMonth.of(2023, 11);
    static final YearMonth LAST = FIRST.plusMonths(MONTHS - 1L);

    /** The day the data is as of; ages are counted on it. */
    static final LocalDate AS_OF = LAST.atEndOfMonth();

    private static final int ORIGIN = FIRST.getYear() * 12 + FIRST.getMonthValue() - 1;

    private History() {}

    static int yyyymm(int number) {
        int month = ORIGIN + number;
        return month / 12 * 100 + month % 12 + 1;
    }

    static int numberOf(int yyyymm) {
        return yyyymm / 100 * 12 + yyyymm % 100 - 1 - ORIGIN;
    }

    static LocalDate day(int number, int dayOfMonth) {
        int month = ORIGIN + number;
        return LocalDate.of(month / 12, month % 12 + 1, dayOfMonth);
    }

    /** Bits {@code from} to {@code until} − 1: a set of months. */
    static long span(int from, int until) {
        int start = Math.max(from, 0);
        return start >= until ? 0 : (-1L >>> (Long.SIZE - (until - start))) << start;
    }

    /** The set's months as yyyymm, ascending. */
    static List<Integer> months(long set) {
        List<Integer> months = new ArrayList<>(Long.bitCount(set));
        for (long rest = set; rest != 0; rest &= rest - 1) {
            months.add(yyyymm(Long.numberOfTrailingZeros(rest)));
        }
        return months;
    }
}
