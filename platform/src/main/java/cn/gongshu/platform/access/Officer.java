package cn.gongshu.platform.access;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.platform.act.Actor;

import java.time.LocalDate;
import java.util.Set;

/**
 * A signed-in person and for whom they act.
 *
 * @param id stable id of the account
 * @param userName the name they sign in with
 * @param displayName as colleagues write it
 * @param organisation the party they act for
 * @param organisationName its Chinese name
 * @param roles what they may be asked to do
 * @param grantedUntil first legal date without access (R087)
 */
public record Officer(
        String id,
        String userName,
        String displayName,
        PartyId organisation,
        String organisationName,
        Set<Role> roles,
        LocalDate grantedUntil)
        implements Actor {

    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
