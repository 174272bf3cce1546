package cn.gongshu.regulation;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets a test switch off the rules of a clause, to prove that some test then turns red. The switch exists only in a
 * virtual machine that was started with the system property {@code clause.off}; otherwise every rule is on for good and
 * asking costs nothing.
 */
public final class Rules {

    private static final String PROPERTY = "clause.off";
    private static final boolean SWITCHABLE = System.getProperty(PROPERTY) != null;

    private Rules() {}

    /** Whether the rules of this clause are in force. Each rule asks before it refuses. */
    public static boolean on(String clause) {
        return !SWITCHABLE || !off().contains(clause);
    }

    /** Clauses named by the switch; a server with any of them must not start. */
    public static Set<String> off() {
        Set<String> off =
                new TreeSet<>(Arrays.asList(System.getProperty(PROPERTY, "").split(",")));
        off.remove("");
        off.remove("none");
        return off;
    }
}
