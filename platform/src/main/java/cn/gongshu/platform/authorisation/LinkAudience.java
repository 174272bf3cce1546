package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.Parties;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.access.Role;

import java.util.Set;

/**
 * Who may see a link. What the city grants is open to everyone signed in; a subscription is its parties' business, and
 * that of those who grant, operate and supervise.
 */
final class LinkAudience {

    private static final Set<Role> EVERY_LINK = Set.of(
            Role.AGENCY,
            Role.OPERATOR,
            Role.PRICE_AUTHORITY,
            Role.MARKET_SUPERVISION,
            Role.FINANCE,
            Role.CYBERSPACE,
            Role.POLICE,
            Role.CITY_GOVERNMENT,
            Role.PROVINCE,
            Role.AUDIT_ADMINISTRATOR);

    private LinkAudience() {}

    static boolean sees(Officer officer, Contract contract) {
        Parties parties = contract.parties();
        PartyId own = officer.organisation();
        return contract.kind() != MandateKind.SUBSCRIPTION
                || officer.roles().stream().anyMatch(EVERY_LINK::contains)
                || own.equals(parties.grantor())
                || own.equals(parties.grantee());
    }
}
