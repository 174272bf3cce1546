package cn.gongshu.city;

import java.util.Locale;

/** What an installation is: the demo, or an office's own. Fixed when its database is first used. */
public enum Mode {
    DEMO,
    OFFICE;

    /** Name of the log in its checkpoints; a demo's says so. */
    public String logOrigin() {
        return this == DEMO ? "gongshu-luan-demo/city" : "gongshu-luan/city";
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
