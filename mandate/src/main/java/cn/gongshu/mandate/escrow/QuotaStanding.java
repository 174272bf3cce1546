package cn.gongshu.mandate.escrow;

/**
 * How a link's quota stands.
 *
 * @param limit the quota
 * @param used counted uses
 * @param pending taken, not yet counted or given back
 */
public record QuotaStanding(long limit, long used, long pending) {

    public long left() {
        return limit - used - pending;
    }
}
