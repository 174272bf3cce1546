package cn.gongshu.query.spi;

/** One column of a result, by name and by the type its values come in. */
public record ResultColumn(String name, ColumnType type) {}
