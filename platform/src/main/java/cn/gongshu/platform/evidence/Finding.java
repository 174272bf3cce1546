package cn.gongshu.platform.evidence;

/**
 * One thing that does not agree.
 *
 * @param table the table it stands in
 * @param row the row, by its key
 * @param zh what is wrong
 * @param en the same
 */
public record Finding(String table, String row, String zh, String en) {}
