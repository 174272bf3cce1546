package cn.gongshu.query.serving;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is to be built.
 *
 * @param product whose table it is; at most 40 characters
 * @param generation from {@link ServingTables#nextGeneration}; grows with every build
 * @param subjectKind whom the rows are about, such as PERSON or FIRM
 * @param columns the columns beside the subject, each name once
 * @param snapshots the lake snapshot of every catalogue item the rows come from
 * @param asOf the legal date the data stand at
 */
public record ServingBuild(
        ProductCode product,
        long generation,
        String subjectKind,
        List<ServingColumn> columns,
        Map<ItemId, Long> snapshots,
        LocalDate asOf) {

    /** PostgreSQL cuts names at 63 bytes without a word; product and generation must fit. */
    private static final int MAX_PRODUCT = 40;

    private static final int MAX_COLUMNS = 200;

    public ServingBuild {
        columns = List.copyOf(columns);
        snapshots = Map.copyOf(snapshots);
        boolean distinct = columns.stream().map(ServingColumn::name).distinct().count() == columns.size();
        if (product.value().length() > MAX_PRODUCT || generation < 1) {
            throw new IllegalArgumentException("a serving table needs a product code of at most 40 characters");
        }
        if (!distinct || columns.isEmpty() || columns.size() > MAX_COLUMNS || snapshots.isEmpty()) {
            throw new IllegalArgumentException("a serving table has 1 to 200 distinct columns and at least one item");
        }
    }

    String tableName() {
        return tableName(product, generation);
    }

    static String tableName(ProductCode product, long generation) {
        return product.value() + "_" + generation;
    }

    /** Schema and table as SQL. A product code has no quotation mark (its shape is checked). */
    static String sqlName(ProductCode product, long generation) {
        return "serving.\"" + tableName(product, generation) + "\"";
    }
}
