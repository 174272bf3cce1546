package cn.gongshu.lake;

import org.jspecify.annotations.Nullable;

/**
 * Where an item's rows lie.
 *
 * @param table the table in the lake's catalogue, such as lake.c07_01
 * @param current the state after the last load, or null when nothing was loaded yet
 */
public record Storage(String table, @Nullable LakeSnapshot current) {}
