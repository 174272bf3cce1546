package cn.gongshu.cities.luan.synthetic;

/**
 * One insured person's 36 months as sets of months (bit n is month n of {@link History}).
 *
 * @param firm the firm of the employed months, or −1
 * @param employed months due through that firm
 * @param flexible months due on one's own
 * @param arrears months due and not received
 * @param firstMonth first insured month ever; negative before the history
 */
record Timeline(int firm, long employed, long flexible, long arrears, int firstMonth) {

    /** Months for which the detail has a row. */
    long due() {
        return employed | flexible;
    }

    long paid() {
        return due() & ~arrears;
    }

    /** Months since the first insured one for which nothing was received. */
    long missing() {
        return History.span(firstMonth, History.MONTHS) & ~paid();
    }

    int lastDue() {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(due());
    }

    /** The last month received, or −1. */
    int lastPaid() {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(paid());
    }

    boolean employedIn(int month) {
        return (employed >>> month & 1) == 1;
    }

    boolean paidIn(int month) {
        return (paid() >>> month & 1) == 1;
    }

    boolean active() {
        return lastDue() == History.MONTHS - 1;
    }
}
