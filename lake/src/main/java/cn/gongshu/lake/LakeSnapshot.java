package cn.gongshu.lake;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * State of an item's table at one commit.
 *
 * @param id the snapshot's id
 * @param loadId the load that made it, or null when something else did, such as a compaction
 * @param loadedAt machine time of the commit
 * @param rows rows of the whole table
 * @param bytes bytes of its data files
 */
public record LakeSnapshot(long id, @Nullable String loadId, Instant loadedAt, long rows, long bytes) {}
