package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.item.ItemColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A value a call may send.
 *
 * @param type INT, or MONTH sent as yyyy-MM
 * @param fallback used when it is not sent; null where there is none
 * @param least smallest value, a month as yyyymm; null where there is none
 * @param most largest value, a month as yyyymm; null where there is none
 * @param notBefore name of the input whose month begins the window that this one ends; null where it ends none
 */
public record ProductInput(
        String name,
        ItemColumnType type,
        boolean required,
        @Nullable Integer fallback,
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable String notBefore,
        Words words) {}
