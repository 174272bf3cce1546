package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Writes one object of canonical JSON (RFC 8785) whose members are given in the order of their names, without building a
 * map first. Members whose value is null are left out.
 */
final class CanonicalObject {

    private static final long MAX_SAFE = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder(768).append('{');
    private String last = "";

    CanonicalObject text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            CanonicalJson.quote(out, value);
        }
        return this;
    }

    CanonicalObject number(String name, @Nullable Long value) {
        if (value != null) {
            if (value > MAX_SAFE || value < -MAX_SAFE) {
                throw new IllegalArgumentException(name + " is beyond 2^53-1 and has no canonical form");
            }
            name(name).append(value.longValue());
        }
        return this;
    }

    CanonicalObject texts(String name, List<String> values) {
        name(name).append('[');
        String comma = "";
        for (String value : values) {
            out.append(comma);
            CanonicalJson.quote(out, value);
            comma = ",";
        }
        out.append(']');
        return this;
    }

    /** A value that is canonical JSON already. */
    CanonicalObject raw(String name, String canonical) {
        name(name).append(canonical);
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    private StringBuilder name(String name) {
        if (last.compareTo(name) >= 0) {
            throw new IllegalStateException(name + " after " + last + " is not canonical order");
        }
        if (!last.isEmpty()) {
            out.append(',');
        }
        last = name;
        return out.append('"').append(name).append("\":"); // names are ours and need no escapes
    }
}
