package cn.gongshu.query.spi;

import java.util.List;
import java.util.regex.Pattern;

/** What a table name in a query stands for during one run. */
public sealed interface TableBinding permits LakeTable, InlineTable {

    /** The name the SQL text uses: letters, digits and underscores, such as C05_01. */
    String name();

    List<Column> columns();

    /** Refuses a name that is not a plain one, so that no name ever needs escaping. */
    static void checkName(String name) {
        if (!Names.PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("not a table name: length " + name.length());
        }
    }

    /** The shape of names, apart because an interface's constants are public. */
    final class Names {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

        private Names() {}
    }
}
