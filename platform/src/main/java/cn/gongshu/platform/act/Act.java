package cn.gongshu.platform.act;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A state change with legal effect, about to be recorded.
 *
 * @param type what was done, such as {@code batch-published}
 * @param objectKind kind of the thing it was done to, such as {@code catalogue-item}
 * @param objectId its id
 * @param by who did it
 * @param clause the clause it rests on, or null
 * @param payload the facts of the act as canonical JSON values; never personal data
 * @param rows the rows it wrote
 */
public record Act(
        String type,
        String objectKind,
        String objectId,
        Actor by,
        @Nullable String clause,
        Map<String, Object> payload,
        List<WrittenRow> rows) {

    public Act {
        payload = Map.copyOf(payload);
        rows = List.copyOf(rows);
    }

    /**
     * A row an act wrote.
     *
     * @param table one of {@link StateTable}
     * @param key value of its key column, as text
     */
    public record WrittenRow(StateTable table, String key) {}
}
