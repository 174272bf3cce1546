package cn.gongshu.query.governed;

import java.util.Locale;

/** Names in generated SQL. */
final class Names {

    /** Names of ours start so; a query's may not. */
    static final String RESERVED = "gs_";

    static final String SHOWN = "gs_shown";
    static final String GROUPS = "gs_groups";
    static final String PERSONS = "gs_persons_";
    static final String GIVING = "gs_giving_";
    static final String REPEATED = "gs_repeated";
    static final String SUBJECT = "subject";

    private static final String LEFT_OUT = "gs_left_out_";

    private Names() {}

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Alias of a query's table by its place in FROM. */
    static String source(int index) {
        return "s" + index;
    }

    /** Table of the subjects of a kind who are left out. */
    static String leftOut(String kind) {
        return LEFT_OUT + folded(kind);
    }
}
