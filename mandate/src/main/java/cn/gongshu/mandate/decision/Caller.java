package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something.
 *
 * @param recipient the party that receives the answer
 * @param subscription the subscription its key belongs to, or null to look for one
 */
public record Caller(PartyId recipient, @Nullable MandateId subscription) {}
