package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.Level;

/**
 * One column of an item.
 *
 * @param required false where a row may leave it null
 * @param note codes and conditions of its values; empty texts where there is nothing to say
 */
public record ItemColumn(
        ColumnRef ref,
        ItemColumnType type,
        Level level,
        ColumnControl control,
        boolean required,
        Words name,
        Words note) {

    public String code() {
        return ref.column();
    }
}
