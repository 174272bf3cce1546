package cn.gongshu.platform.authorisation;

import cn.gongshu.mandate.decision.ChainSnapshot;

/** Is told when the chain has moved, before decisions are taken on the new snapshot. */
public interface ChainFollower {

    void chainMoved(ChainSnapshot snapshot);
}
