package cn.gongshu.query.serving;

import java.util.regex.Pattern;

/**
 * One column of a serving table beside its subject. Values may be null.
 *
 * @param name lower snake case, at most 63 characters, not {@code subject}
 * @param type its type
 */
public record ServingColumn(String name, ServingType type) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public ServingColumn {
        if (!NAME.matcher(name).matches() || name.equals("subject")) {
            throw new IllegalArgumentException("not a column name: " + name);
        }
    }
}
