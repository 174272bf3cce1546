package cn.gongshu.platform.offending;

import cn.gongshu.cities.luan.annex.AnnexOne;

/** A platform that knows Lu'an; see the architecture's test. */
public final class KnowsACity {

    private KnowsACity() {}

    public static int items() {
        return AnnexOne.load().lines().size();
    }
}
