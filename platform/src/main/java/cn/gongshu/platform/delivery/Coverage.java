package cn.gongshu.platform.delivery;

/**
 * What is kept beside each generation of a product's serving table: the first and last month it covers, yyyymm, and the
 * hash of the definition it was built for.
 */
final class Coverage {

    /** Parameters of an answer that are read from here and not from the call. */
    static final String FROM = "coverage_from";

    static final String TO = "coverage_to";

    private static final String SUBQUERY =
            "(SELECT v.%s FROM product_coverage v WHERE v.product = :product AND v.generation = p.generation)";

    /** SQL for the definition the table that answers was built for. */
    static final String DEFINITION = SUBQUERY.formatted("definition_hash");

    /** The product's served generation and the definition it was built for, or no row. */
    static final String SERVED = """
            SELECT p.generation, v.definition_hash FROM serving.pointer p
              LEFT JOIN product_coverage v ON v.product = p.product AND v.generation = p.generation
             WHERE p.product = $1
            """;

    private Coverage() {}

    /** The answer expression with its two coverage parameters read in the same statement as pointer and row. */
    static String inserted(String answer) {
        return answer.replace(":" + FROM, SUBQUERY.formatted("month_from"))
                .replace(":" + TO, SUBQUERY.formatted("month_to"));
    }
}
