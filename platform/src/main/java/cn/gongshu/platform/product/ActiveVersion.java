package cn.gongshu.platform.product;

import cn.gongshu.platform.http.Words;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The version of a product that its door answers from.
 *
 * @param version ordinal of the activation
 * @param by name of the officer who activated it
 * @param sealedIndex where the activation stands in the log; null while that is pending
 * @param sentence what the product tells
 * @param inputs what a call sends
 * @param outputs what the answer holds
 * @param snapshots what it is answered from
 */
public record ActiveVersion(
        String version,
        Instant activatedAt,
        String by,
        @Nullable Long sealedIndex,
        Words sentence,
        List<Field> inputs,
        List<Field> outputs,
        List<SnapshotRef> snapshots) {

    /** What a field holds. */
    public enum FieldType {
        STRING,
        INTEGER,
        /** Written as yyyy-MM. */
        MONTH,
        /** One or more of its choices. */
        CHOICE
    }

    /**
     * An input or output.
     *
     * @param required it must be sent; always false of an output
     * @param choices empty unless it is a CHOICE
     * @param fallback what counts when it is not sent, or null
     */
    public record Field(
            String code,
            String zh,
            String en,
            FieldType type,
            boolean required,
            List<Choice> choices,
            @Nullable String fallback) {}

    /** A code with its words. */
    public record Choice(String code, String zh, String en) {}

    /**
     * A snapshot of an item in the lake.
     *
     * @param loadedAt when it was committed; null where it is no longer the item's current one
     */
    public record SnapshotRef(
            String item, String snapshot, @Nullable Instant loadedAt) {}
}
