package cn.gongshu.city;

import java.util.Locale;

/** What an installation is: the demo, or an office's own. Fixed when its database is first used. */
public enum Mode {
    DEMO,
    OFFICE;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
