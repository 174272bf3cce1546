package cn.gongshu.evidence;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the members of a JSON object one by one; what is left at the end was not expected. */
final class Members {

    private final Map<String, @Nullable Object> left;

    private Members(Map<String, @Nullable Object> members) {
        this.left = new HashMap<>(members);
    }

    @SuppressWarnings("unchecked") // kernel Json makes no other maps than Map<String, @Nullable Object>
    static Members of(@Nullable Object json) {
        if (json instanceof Map<?, ?> members) {
            return new Members((Map<String, @Nullable Object>) members);
        }
        throw new IllegalArgumentException("an object is expected");
    }

    String text(String name) {
        if (left.remove(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is expected as text");
    }

    @Nullable
    String optionalText(String name) {
        return left.containsKey(name) ? text(name) : null;
    }

    long number(String name) {
        if (left.remove(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is expected as a whole number");
    }

    @Nullable
    Long optionalNumber(String name) {
        return left.containsKey(name) ? number(name) : null;
    }

    List<String> texts(String name) {
        if (left.remove(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException(name + " is expected as a list of texts");
    }

    Object object(String name) {
        if (left.remove(name) instanceof Map<?, ?> members) {
            return members;
        }
        throw new IllegalArgumentException(name + " is expected as an object");
    }

    /** Null counts as absent. */
    boolean takeNull(String name) {
        return left.containsKey(name) && left.get(name) == null && left.remove(name) == null;
    }

    void end() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("not expected: " + String.join(", ", left.keySet()));
        }
    }
}
