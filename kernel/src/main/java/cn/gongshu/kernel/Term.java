package cn.gongshu.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A half-open stretch of legal dates (Asia/Shanghai): {@code from} is in it, {@code until} is not. A paper's "until"
 * names the last day that still counts; {@link #throughLastDay} reads it so.
 *
 * @param from first day in force
 * @param until first day no longer in force; after {@code from}
 */
public record Term(LocalDate from, LocalDate until) {

    public Term {
        if (!until.isAfter(from)) {
            throw new InvalidTerm(from, until);
        }
    }

    /** A term as paper states it: {@code lastDay} still counts. */
    public static Term throughLastDay(LocalDate from, LocalDate lastDay) {
        return new Term(from, lastDay.plusDays(1));
    }

    /**
     * A term of whole years by the Civil Code (arts. 201, 202): the first day is not counted, the last day is the
     * corresponding day, and where the month has none (29 February) the month's last day.
     */
    public static Term ofYears(LocalDate from, int years) {
        return throughLastDay(from, from.plusYears(years));
    }

    /** The last day in force, as a paper would name it. */
    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(until);
    }

    /** True when every day of this term is a day of {@code outer}. */
    public boolean within(Term outer) {
        return !from.isBefore(outer.from) && !until.isAfter(outer.until);
    }

    /** Days left after {@code date}, the last day included; negative once it is over. */
    public long daysLeft(LocalDate date) {
        return ChronoUnit.DAYS.between(date, lastDay());
    }

    /** The dates do not make a term: it would end before or on the day it starts. */
    public static final class InvalidTerm extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        InvalidTerm(LocalDate from, LocalDate until) {
            super("term [" + from + ", " + until + ") holds no day");
        }
    }
}
