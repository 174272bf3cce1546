package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.ColumnRef;

/**
 * A column the query reads.
 *
 * @param why why the product needs it (R049)
 */
public record ProductColumn(ColumnRef ref, Words why) {}
