package cn.gongshu.platform.access;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.platform.act.Actor;
import cn.gongshu.regulation.GrantRules.AccessGrant;
import org.jspecify.annotations.Nullable;

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
 * @param grant the access grant in force today, the one that lasts longest; null without any (R087)
 */
public record Officer(
        String id,
        String userName,
        String displayName,
        PartyId organisation,
        String organisationName,
        Set<Role> roles,
        @Nullable AccessGrant grant)
        implements Actor {

    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
