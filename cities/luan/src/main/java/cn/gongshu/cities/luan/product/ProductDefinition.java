package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.item.SubjectKind;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A product as built.
 *
 * @param subject whom a call is about; null for an aggregate
 * @param purposes codes from the city's list of purposes
 * @param columns every column the query reads
 * @param query the product's SQL over logical tables (C07-02 is C07_02): standard SQL, no user text, no floor of its own
 * @param expression what a call is answered with; null for an aggregate
 * @param answer the fields of the answer, or the columns of the data set
 * @param freshness promise of how old the data may be
 * @param legalGate the opinion the go-live approval asks for (Q11)
 */
public record ProductDefinition(
        ProductCode code,
        int version,
        Words name,
        Words summary,
        QueryShape shape,
        @Nullable SubjectKind subject,
        DeliveryForm form,
        List<String> purposes,
        List<ProductColumn> columns,
        List<ProductInput> inputs,
        String query,
        @Nullable AnswerExpression expression,
        List<AnswerField> answer,
        ProductPrice price,
        Words freshness,
        Words legalGate) {

    public ProductDefinition {
        purposes = List.copyOf(purposes);
        columns = List.copyOf(columns);
        inputs = List.copyOf(inputs);
        answer = List.copyOf(answer);
    }

    /** Codes of the products that are built. */
    public static List<ProductCode> built() {
        return ProductFiles.BUILT;
    }

    /**
     * Reads {@code cities/luan/products/<code>/}.
     *
     * @throws cn.gongshu.kernel.Fault INTERNAL when the folder is missing or damaged
     */
    public static ProductDefinition load(ProductCode code) {
        return new ProductFiles(code).read();
    }

    /** The items it reads, each once, in order. */
    public List<ItemId> items() {
        return columns.stream().map(column -> column.ref().item()).distinct().toList();
    }
}
