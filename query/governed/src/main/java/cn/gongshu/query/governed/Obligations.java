package cn.gongshu.query.governed;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one use must keep to, as the decision said.
 *
 * @param scope the columns it may touch
 * @param floor fewest distinct data subjects a shown group may rest on; at least 1
 * @param optOuts ids of the subjects to be left out, by kind; a kind not named has none
 */
public record Obligations(ColumnScope scope, int floor, Map<String, Set<String>> optOuts) {

    public Obligations {
        if (floor < 1) {
            throw new IllegalArgumentException("a floor is at least 1");
        }
        optOuts = optOuts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    Set<String> optOuts(String kind) {
        return optOuts.getOrDefault(kind, Set.of());
    }

    /** How many are left out, and not who. */
    @Override
    public String toString() {
        return "Obligations[floor=" + floor + ", kinds with opt-outs=" + optOuts.size() + "]";
    }
}
