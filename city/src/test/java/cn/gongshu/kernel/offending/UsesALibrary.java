package cn.gongshu.kernel.offending;

import tools.jackson.databind.json.JsonMapper;

/** A kernel that needs more than the JDK; see the architecture's test. */
public final class UsesALibrary {

    private UsesALibrary() {}

    public static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
