package cn.gongshu.cities.luan.item;

import cn.gongshu.kernel.ColumnRef;

/** A declared join: each row of {@code from} meets at most one row of {@code to}. */
public record ItemJoin(ColumnRef from, ColumnRef to) {}
