package cn.gongshu.platform.act;

import cn.gongshu.kernel.PartyId;

/** Who does an act, and for whom. */
public interface Actor {

    /** Stable id of the account. */
    String id();

    /** The party acted for. */
    PartyId organisation();
}
