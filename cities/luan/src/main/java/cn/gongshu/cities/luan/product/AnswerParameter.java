package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.item.ItemColumnType;

/**
 * A named parameter of an answer expression; a 32-bit whole number, a MONTH as yyyymm.
 *
 * @param name of the input; or {@code coverage_from}, {@code coverage_to}
 */
public record AnswerParameter(String name, Source source, ItemColumnType type) {

    /** Where its value comes from. */
    public enum Source {
        /** The call. */
        INPUT,
        /** The loaded item: first or last month it holds. */
        COVERAGE
    }
}
