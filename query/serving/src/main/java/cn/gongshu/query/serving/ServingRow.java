package cn.gongshu.query.serving;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one data subject's row holds.
 *
 * @param subject the subject's id, such as a resident id or a credit code
 * @param values one per column of the build, in its order, of the Java type that {@link ServingType} names
 */
public record ServingRow(String subject, List<@Nullable Object> values) {
    public ServingRow {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
