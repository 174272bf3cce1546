package cn.gongshu.query.serving;

/**
 * How large a serving table may become.
 *
 * @param rows rows of one table at most
 * @param rowBytes bytes of one row at most
 */
public record ServingLimits(long rows, int rowBytes) {

    /** Five times the city's population; rows that an API answers in one piece. */
    public static final ServingLimits STANDARD = new ServingLimits(30_000_000, 64 << 10);
}
