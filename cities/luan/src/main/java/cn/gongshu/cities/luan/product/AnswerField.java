package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.Words;

/**
 * One field of an answer, or one column of a data set.
 *
 * @param name as in the answer's JSON or the file's head
 * @param values what its codes mean; empty texts where there are none
 */
public record AnswerField(String name, Type type, Words words, Words values) {

    /** How a field's value is written. */
    public enum Type {
        /** One code. */
        CODE,
        /** Codes in alphabetical order. */
        CODES,
        /** yyyy-MM in an answer, yyyymm in a data set. */
        MONTH,
        /** Months, ascending. */
        MONTHS,
        /** A whole number. */
        COUNT
    }
}
