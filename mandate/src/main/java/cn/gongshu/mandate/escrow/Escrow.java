package cn.gongshu.mandate.escrow;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;

import java.util.List;

/**
 * Holds the quotas of links exactly (额度托管). A use takes from every link of its chain that has a quota, all or none;
 * what was taken is counted by {@link Pending#post()} or given back by {@link Pending#voidPending()}. Safe for any number
 * of threads; {@code EscrowConformance} says what every implementation must hold.
 */
public interface Escrow {

    /**
     * Takes from each of these links.
     *
     * @param links links with a quota, from the leaf up; none for a chain without quotas
     * @param quantity how many uses, at least 1
     * @return what was taken, or QUOTA_SPENT naming the first link without room, nothing taken
     * @throws cn.gongshu.kernel.Fault when a link is not known here: a quota nobody counts must not be given
     */
    Outcome<Pending> take(List<MandateId> links, long quantity);

    /** How a link's quota stands. */
    QuotaStanding standing(MandateId link);
}
