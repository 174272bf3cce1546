package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Purpose;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A data subject's yes, as its row says when the answer is fetched.
 *
 * @param product the only product it is for, or null for any with this purpose and recipient
 * @param textVersion version of the text agreed to
 * @param lastDay last legal date on which it counts
 * @param withdrawn it was taken back
 */
public record Consent(
        Purpose purpose,
        PartyId recipient,
        @Nullable ProductCode product,
        String textVersion,
        LocalDate lastDay,
        boolean withdrawn) {}
