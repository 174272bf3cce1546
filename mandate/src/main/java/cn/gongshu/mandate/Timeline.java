package cn.gongshu.mandate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A link's status over time, oldest first.
 *
 * @param changes at least one
 */
public record Timeline(List<StatusChange> changes) {

    public Timeline {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a link is at least entered");
        }
    }

    public static Timeline of(StatusChange... changes) {
        return new Timeline(List.of(changes));
    }

    public Timeline then(StatusChange next) {
        return new Timeline(Stream.concat(changes.stream(), Stream.of(next)).toList());
    }

    public StatusChange last() {
        return changes.getLast();
    }
}
