package cn.gongshu.lake;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the summaries of a table's snapshots say of the loads that made them. */
final class Snapshots {

    static final String LOAD_ID = "gongshu.load-id";
    static final String LOADED_AT = "gongshu.loaded-at";

    private static final String ROWS = "total-records";
    private static final String BYTES = "total-files-size";

    private Snapshots() {}

    static LakeSnapshot of(Snapshot snapshot) {
        Map<String, String> summary = snapshot.summary();
        String loadedAt = summary.get(LOADED_AT);
        return new LakeSnapshot(
                snapshot.snapshotId(),
                summary.get(LOAD_ID),
                loadedAt == null ? Instant.ofEpochMilli(snapshot.timestampMillis()) : Instant.parse(loadedAt),
                Long.parseLong(summary.getOrDefault(ROWS, "0")),
                Long.parseLong(summary.getOrDefault(BYTES, "0")));
    }

    /** All snapshots the table still keeps, oldest first. */
    static List<LakeSnapshot> all(Table table) {
        return StreamSupport.stream(table.snapshots().spliterator(), false)
                .sorted(Comparator.comparingLong(Snapshot::sequenceNumber))
                .map(Snapshots::of)
                .toList();
    }

    /** The snapshot a load made, if the table still keeps it. */
    static Optional<LakeSnapshot> byLoad(Table table, String loadId) {
        return all(table).stream().filter(s -> loadId.equals(s.loadId())).findFirst();
    }
}
