package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.item.ItemColumnType;

/**
 * A numbered parameter of an answer expression; a 32-bit whole number, a MONTH as yyyymm.
 *
 * @param position 1 for {@code $1}
 * @param name of the input; or {@code coverage_from}, {@code coverage_to}
 */
public record AnswerParameter(int position, String name, Source source, ItemColumnType type) {

    /** Where its value comes from. */
    public enum Source {
        /** The call. */
        INPUT,
        /** The loaded item: first or last month it holds. */
        COVERAGE
    }
}
