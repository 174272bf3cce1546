package cn.gongshu.lake;

/**
 * What came of a load.
 *
 * @param snapshot the snapshot it made, now or the first time
 * @param repeated true when this load id had been taken before and nothing was changed
 */
public record Loaded(LakeSnapshot snapshot, boolean repeated) {}
