package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.PartyId;

/**
 * A signed-in session that acts for one party.
 *
 * @param party the party it acts for
 * @param officer the officer signed in
 */
public record SigningSession(PartyId party, String officer) {}
