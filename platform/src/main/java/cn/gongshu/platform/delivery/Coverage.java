package cn.gongshu.platform.delivery;

/** The months a product's serving table covers: first and last, yyyymm, kept per generation. */
final class Coverage {

    private static final String SUBQUERY =
            "(SELECT v.%s FROM product_coverage v WHERE v.product = :product AND v.generation = p.generation)";

    private Coverage() {}

    /** The answer expression with its two coverage parameters read in the same statement as pointer and row. */
    static String inserted(String answer) {
        return answer.replace(":coverage_from", SUBQUERY.formatted("month_from"))
                .replace(":coverage_to", SUBQUERY.formatted("month_to"));
    }
}
