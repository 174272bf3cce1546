package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;

/**
 * How a product is charged for.
 *
 * @param parameter code of the dated parameter that holds the trial price in fen; null for a free product (R122)
 */
public record ProductPrice(@Nullable String parameter, MeterKind meter, Words words) {

    public boolean free() {
        return parameter == null;
    }
}
