package cn.gongshu.mandate;

import java.util.regex.Pattern;

/**
 * What a use is for, from the city's controlled list.
 *
 * @param code lower case with dashes, such as employment-support
 */
public record Purpose(String code) implements Comparable<Purpose> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public Purpose {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a purpose code");
        }
    }

    @Override
    public int compareTo(Purpose other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
