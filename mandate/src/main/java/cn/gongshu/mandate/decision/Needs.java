package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.regulation.DeliveryForm;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one version of a product needs for each answer.
 *
 * @param form how the answer is delivered
 * @param subject whom it is about
 * @param columns codes of the columns used, by item
 */
public record Needs(DeliveryForm form, SubjectKind subject, Map<ItemId, Set<String>> columns) {

    public Needs {
        Map<ItemId, Set<String>> copy = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        columns.forEach((item, names) -> copy.put(item, Set.copyOf(names)));
        columns = Collections.unmodifiableMap(copy);
    }
}
